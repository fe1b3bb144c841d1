import { expect, test } from 'vitest';
import { CheckField, RadioField, SelectField } from './choice-field.tsx';
import { ErrorSummary } from './errors.tsx';
import { FileField } from './file-field.tsx';
import { Form, QueryForm } from './form.tsx';
import { ReadersNote } from './readers.tsx';
import { DateField, TextArea, TextField } from './text-field.tsx';
import { fakeWords } from './words-for-tests.ts';

const words = fakeWords('de');

test('a field is named by its label and described by its hint and its error', () => {
  const html = String(
    <TextField words={words} name="name" label="Name" hint="In jeder Schrift" error="Der Name fehlt" value={'"><b>'} />,
  );
  expect(html).toContain('<label for="field-name">Name</label>');
  expect(html).toMatch(
    /<input id="field-name" name="name" required="" aria-describedby="field-name-hint field-name-error" aria-invalid="true"/,
  );
  expect(html).toContain('id="field-name-hint">In jeder Schrift');
  expect(html).toContain('id="field-name-error"');
  expect(html).toContain('value="&quot;&gt;&lt;b&gt;"');
});

test('a field without hint and error points nowhere, and only the optional is marked', () => {
  const html = String(<TextArea words={words} name="about" label="Über euch" optional value="</textarea>" />);
  expect(html).not.toContain('aria-describedby');
  expect(html).not.toContain('aria-invalid');
  expect(html).not.toContain('required');
  expect(html).toContain('(freiwillig)');
  expect(html).toContain('>&lt;/textarea&gt;</textarea>');
});

test('on an Arabic page a name from left to right keeps its full stop at its end', () => {
  const choices = [{ value: 'a', label: 'Frauenverein Nûjîn e. V.' }];
  for (const language of ['ar', 'de']) {
    const common = { words: fakeWords(language), name: 'who', label: '?', choices };
    for (const html of [<SelectField {...common} />, <RadioField {...common} />])
      expect(String(html).includes('\u2068Frauenverein Nûjîn e. V.\u2069')).toBe(language === 'ar');
  }
});

test('in a menu of an Arabic page a long name from left to right keeps its beginning in sight', () => {
  const choices = [{ value: 'a', label: 'Stadt Bad Auenfeld Migrationsberatung Süd' }];
  const html = String(<SelectField words={fakeWords('ar')} name="who" label="?" choices={choices} />);
  expect(html).toMatch(/<option value="a"[^>]* dir="auto">/);
});

test('where one of several fields is needed none says that it may stay empty, and none says that it may not', () => {
  const html = String(<TextArea words={words} name="room" label="Räume" optional="one of several" />);
  expect(html).not.toContain('required');
  expect(html).not.toContain('freiwillig');
});

test('addresses are typed from left to right, names in the direction of their script', () => {
  expect(String(<TextField words={words} name="mail" label="Mail" kind="email" />)).toContain('dir="ltr"');
  expect(String(<TextField words={words} name="name" label="Name" />)).toContain('dir="auto"');
});

test('the summary takes the focus, counts the errors and leads to the fields', () => {
  const html = String(
    <ErrorSummary words={words} errors={[{ field: 'name', text: 'Der Name fehlt' }, { text: 'Zu viel auf einmal' }]} />,
  );
  expect(html).toContain('<section class="errors" tabindex="-1" autofocus="" aria-labelledby="errors-title">');
  expect(html).toContain('2 Angaben fehlen noch oder stimmen nicht');
  expect(html).toContain('<a href="#field-name">Der Name fehlt</a>');
  expect(html).toContain('<li>Zu viel auf einmal</li>');
  expect(String(<ErrorSummary words={words} errors={[]} />)).toBe('');
});

test('the summary finds the first of several controls', () => {
  const choices = [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nein', hint: 'Nie' },
  ];
  const html = String(
    <RadioField words={words} name="papers" label="Papiere?" choices={choices} value="no" error="Bitte wähle" />,
  );
  expect(html).toContain('<fieldset class="field faulty" aria-describedby="field-papers-error"><legend>Papiere?');
  expect(html).toContain('<input type="radio" id="field-papers" name="papers" value="yes"/>');
  expect(html).toContain(
    'id="field-papers-2" name="papers" value="no" checked="" aria-describedby="field-papers-2-note"/>',
  );
});

test('any of a few can be ticked', () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const html = String(<CheckField words={words} name="fields" label="Felder" choices={choices} values={['b']} />);
  expect(html.match(/checked=""/g)).toHaveLength(1);
  expect(html).toContain('value="b" checked=""');
});

test('a list to choose from keeps what was chosen and can be grouped', () => {
  const html = String(
    <SelectField
      words={words}
      name="field"
      label="Feld"
      value="mail"
      choices={[
        { value: 'name', label: 'Name' },
        { label: 'Kontakt', choices: [{ value: 'mail', label: 'E-Mail' }] },
      ]}
    />,
  );
  expect(html).toContain('<option value="">Bitte wählen</option>');
  expect(html).toContain('<optgroup label="Kontakt"><option value="mail" selected="">E-Mail</option></optgroup>');
  expect(String(<SelectField words={words} name="f" label="F" choices={[]} empty={null} />)).not.toContain('<option');
});

test('a file says its limit before it is sent', () => {
  const html = String(<FileField words={words} name="file" label="Liste" hint="CSV oder XLSX." limit={50_000_000} />);
  expect(html).toContain('CSV oder XLSX. Die Datei darf höchstens 50 MB groß sein.');
  expect(html).toContain('data-limit="50000000"');
  expect(html).toMatch(/id="field-file-too-large" role="alert" hidden=""/);
});

test('a day is typed as a date', () => {
  expect(String(<DateField words={words} name="from" label="Ab" value="2026-03-31" />)).toMatch(
    /type="date" value="2026-03-31"/,
  );
});

test('a form that writes is posted, a form that asks keeps the rest of the address', () => {
  const writes = String(
    <Form action="/listen" files csrf={{ name: 'token', value: 't"1' }}>
      x
    </Form>,
  );
  expect(writes).toContain('method="post" action="/listen" enctype="multipart/form-data" novalidate=""');
  expect(writes).toContain('<input type="hidden" name="token" value="t&quot;1"/>');
  const asks = String(<QueryForm keep={{ lang: 'ar' }}>x</QueryForm>);
  expect(asks).toContain('method="get"');
  expect(asks).toContain('<input type="hidden" name="lang" value="ar"/>');
});

test('every form can say who reads what is written there', () => {
  expect(String(<ReadersNote words={words} scope="partner" />)).toContain('lesen nur die Partner');
  expect(
    String(
      <ReadersNote words={words} scope="own">
        Nur das Büro.
      </ReadersNote>,
    ),
  ).toContain('<span>Nur das Büro.</span>');
});
