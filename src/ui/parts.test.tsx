import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bars } from './bars.tsx';
import { Button, LinkButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Facets } from './facets.tsx';
import { Pager } from './pager.tsx';
import { Marked, Passage, PassageBlock, PassageLines } from './passage.tsx';
import { Progress } from './progress.tsx';
import { Row, Rows } from './rows.tsx';
import { SearchLine } from './search-line.tsx';
import { Steps } from './steps.tsx';
import { DataTable } from './table.tsx';
import { RelatedLinks, Tabs } from './tabs.tsx';
import { fakeWords } from './words-for-tests.ts';

const words = fakeWords('de');

test('a table has a caption and headers, and stays a table where it is stacked', () => {
  const html = String(
    <DataTable
      caption="Spalten"
      columns={[
        { label: 'Name', names: true, cell: (row: { name: string; filled: number }) => row.name },
        { label: 'Gefüllt', numeric: true, cell: ({ filled }) => filled },
      ]}
      rows={[{ name: '<Ort>', filled: 3 }]}
    />,
  );
  expect(html).toContain('<caption>Spalten</caption>');
  expect(html).toContain('<th scope="col" role="columnheader">Name</th>');
  expect(html).toContain('<th scope="row" role="rowheader">&lt;Ort&gt;</th>');
  expect(html).toContain('<td role="cell" data-label="Gefüllt" class="numeric">3</td>');
});

test('facets are links with counts, and what is chosen can be given back', () => {
  const html = String(
    <Facets
      words={words}
      clear="/finden"
      facets={[
        { label: 'Sprache', options: [{ label: 'Arabisch', count: 1200, href: '/finden?sprache=ar', chosen: false }] },
        { label: 'Feld', options: [{ label: 'Wohnen', count: 1, href: '/finden?', chosen: true }] },
        { label: 'Leer', options: [] },
      ]}
    />,
  );
  expect(html).toContain('<nav class="facets" aria-label="Ergebnisse eingrenzen">');
  expect(html).toContain('Eingrenzen (1 gewählt)');
  expect(html).toContain('1.200');
  expect(html).toMatch(
    /<a class="chip taken" href="\/finden\?"><span class="away">Auswahl entfernen: <\/span><bdi>Wohnen/,
  );
  expect(html).toContain('<details class="facet" open="">');
  expect(html).toContain('<details class="facet"><summary>Sprache');
  expect(html).not.toContain('Leer');
});

test('a pager leads back and on, and is not there for one page', () => {
  const href = (page: number) => `?seite=${page}`;
  const first = String(<Pager words={words} page={1} pages={3} href={href} />);
  expect(first).not.toContain('rel="prev"');
  expect(first).toContain('rel="next" href="?seite=2"');
  expect(String(<Pager words={words} page={3} pages={3} href={href} />)).not.toContain('rel="next"');
  expect(String(<Pager words={words} page={1} pages={1} href={href} />)).toBe('');
});

test('a question opens without a script, and by a link where the browser cannot', () => {
  const html = String(
    <Dialog words={words} id="end" title="Wirklich?" opener="Zurücknehmen" href="/listen/1/ende" tone="end">
      x
    </Dialog>,
  );
  expect(html).toContain('<a class="button end without-popover" href="/listen/1/ende">Zurücknehmen</a>');
  expect(html).toContain('popovertarget="end" aria-haspopup="dialog"');
  expect(html).toContain(
    '<dialog id="end" popover="auto" aria-labelledby="end-title"><h2 id="end-title">Wirklich?</h2>',
  );
  expect(html).toContain('popovertargetaction="hide"');
});

test('progress is said in words and figures', () => {
  const html = String(
    <Progress words={words} label="Übernehmen" done={1240} total={3400} source="/stand.json" refresh={5} />,
  );
  expect(html).toContain('<label for="progress">Übernehmen</label><progress id="progress" value="1240" max="3400">');
  expect(html).toContain('1.240 von 3.400');
  expect(html).toContain('<live-progress data-source="/stand.json" data-seconds="5">');
  const unknown = String(<Progress words={words} label="Lesen" done={12} total={null} />);
  expect(unknown).not.toContain('value=');
  expect(String(<Progress words={words} label="Leer" done={0} total={0} />)).toContain('value="0" max="1"');
});

test('steps say which is done and which is now', () => {
  const html = String(
    <Steps
      words={words}
      label="Liste"
      steps={[
        { label: 'Datei', state: 'done', href: '/1' },
        { label: 'Spalten', state: 'now' },
        { label: 'Fertig', state: 'ahead' },
      ]}
    />,
  );
  expect(html).toContain('<ol class="steps" aria-label="Liste">');
  expect(html).toContain('<a href="/1">Datei</a><span class="away"> (erledigt)</span>');
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
});

test('bars stand in the table that says the same in figures', () => {
  const html = String(
    <Bars
      words={words}
      title="Zeilen"
      of="Spalte"
      value="Gefüllt"
      bars={[
        { label: 'Name', value: 200 },
        { label: 'Mail', value: 50, text: '50 von 200' },
      ]}
    />,
  );
  expect(html).toContain('<caption>Zeilen</caption>');
  expect(html).toContain('<title>200</title><rect width="100.0" height="10">');
  expect(html).toContain('<title>50 von 200</title><rect width="25.0" height="10">');
  expect(html).toContain('<th scope="row">Mail</th>');
  expect(String(<Bars words={words} title="Leer" of="a" value="b" bars={[{ label: 'x', value: 0 }]} />)).toContain(
    'width="0.0"',
  );
});

test('text in another language knows its language and direction and leaves its neighbours alone', () => {
  expect(String(<Passage lang="ckb">ناو</Passage>)).toBe('<span lang="ckb" dir="rtl"><bdi>ناو</bdi></span>');
  expect(String(<PassageBlock lang="de-simple">Satz</PassageBlock>)).toContain('lang="de-x-simple" dir="ltr"');
  expect(String(<PassageLines lang="ar" text={'أ\n\nب'} />)).toContain('dir="rtl"><p>أ</p><p>ب</p></div>');
});

test('marking parts of a sentence changes nothing but the marks', () => {
  expect(String(<Marked text="214 Vereine, 14 neu" parts={['14', '214']} />)).toBe('<b>214</b> Vereine, <b>14</b> neu');
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string(), { maxLength: 4 }), (text, parts) => {
      const unmarked = String(<Marked text={text} parts={parts} found />).replaceAll(/<\/?mark>/g, '');
      expect(unmarked).toBe(String(<>{text}</>));
    }),
  );
});

test('results are a list, each under its own heading', () => {
  const html = String(
    <Rows label="Treffer">
      <Row href="/o/1" title={<bdi>Nûjîn</bdi>} why="Weil">
        Was
      </Row>
    </Rows>,
  );
  expect(html).toContain('<ul class="rows" aria-label="Treffer"><li>');
  expect(html).toContain('<h3 class="row-title"><a href="/o/1"><bdi>Nûjîn</bdi></a></h3>');
});

test('buttons send, links lead', () => {
  expect(
    String(
      <Button name="then" value="end" tone="end" icon="undo">
        Zurück
      </Button>,
    ),
  ).toMatch(
    /^<button class="button end" type="submit" name="then" value="end"><svg class="icon turns" viewBox="0 0 24 24" aria-hidden="true">/,
  );
  expect(String(<LinkButton href={'/a"b'}>Weiter</LinkButton>)).toBe('<a class="button" href="/a&quot;b">Weiter</a>');
});

test('the search line keeps what was typed and what was chosen', () => {
  const html = String(
    <SearchLine words={words} action="/finden" label="Was suchst du?" value="<Café>" keep={{ tag: 'so' }} />,
  );
  expect(html).toMatch(/^<search><form method="get" action="\/finden"><input type="hidden" name="tag" value="so"\/>/);
  expect(html).toContain('value="&lt;Café&gt;"');
  expect(html).toContain('aria-label="Was suchst du?"');
});

test('views of the same thing are links, one of them current', () => {
  const html = String(
    <Tabs
      label="Ansichten"
      tabs={[
        { href: '/a', label: 'A', current: true },
        { href: '/b', label: 'B', current: false },
      ]}
    />,
  );
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  expect(String(<RelatedLinks title="Mehr" links={[]} />)).toBe('');
});
