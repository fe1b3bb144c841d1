import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDraftDesk, type DraftDesk } from '../../../../test/draft-desk.ts';
import { formIn } from '../../../../test/typed-form.ts';
import { idFor } from '../../../plain/ids.ts';
import { addTalkingPoint } from '../add-talking-point.ts';
import { settleTalkingPoint } from '../settle-talking-point.ts';
import { SECTIONS } from '../sections.ts';

let desk: DraftDesk;
let house: DraftDesk['house'];
let agreement: string;

beforeAll(async () => {
  desk = await openDraftDesk();
  ({ house, agreement } = desk);
});
afterAll(() => house.database.close());

const GOAL = idFor('goal-1');

test('every section opens for a partner in every language, and sent back untouched it writes nothing', async () => {
  for (const { slug } of SECTIONS) {
    for (const language of ['de', 'ar']) {
      const { status, text } = await house.get(desk.pathOf(slug), house.as('nur'), language);
      expect(`${slug} ${status}`).toBe(`${slug} 200`);
      const sent = await desk.send(desk.pathOf(slug), formIn(text, desk.pathOf(slug)), 'nur', language);
      expect(`${slug} ${sent.status}`).toBe(`${slug} 303`);
    }
  }
  expect(await desk.draft(house.nujin)).toEqual([]);
});

test('whoever is no partner gets the page of what does not exist, to the byte', async () => {
  const nowhere = `/vereinbarungen/${idFor('nirgends')}`;
  for (const path of ['entwurf', 'entwurf/ziele', 'vorschlaege']) {
    const nothing = await house.get(`${nowhere}/${path}`, house.as('otto'));
    expect(nothing.status).toBe(404);
    for (const cookie of [house.as('otto'), house.as('kim'), null]) {
      const found = await house.get(`/vereinbarungen/${agreement}/${path}`, cookie);
      expect({ ...found }).toEqual({ ...(await house.get(`${nowhere}/${path}`, cookie)) });
      expect(found.status).toBe(404);
      const there = await house.post(`/vereinbarungen/${agreement}/${path}`, {}, cookie);
      expect(there).toEqual(await house.post(`${nowhere}/${path}`, {}, cookie));
    }
  }
  expect((await house.get(desk.pathOf('unsinn'), house.as('nur'))).status).toBe(404);
});

test('above an empty field stands what the others have written, in its own language and unfolded', async () => {
  const text = await desk.page(desk.pathOf('ziele'), 'nur', 'tr');
  const [before = ''] = text.split(`name="${GOAL}.words.tr"`);
  const card = before.slice(before.lastIndexOf('class="card'));
  expect(card).toContain('Şu dilde zaten yazılı: Almanca');
  expect(card).toMatch(/lang="de" dir="ltr"[^>]*>\s*<p>/);
  expect(card).not.toContain('<details');
  expect(await desk.page(desk.pathOf('ziele'), 'nur', 'de')).not.toContain('Das steht schon auf');
});

test('a frame that would end before it begins comes back with both days, and nothing is kept', async () => {
  const [frame] = (await desk.text()).paragraphs.filter(({ kind }) => kind === 'frame');
  const id = frame?.id ?? '';
  const days = { [`${id}.from`]: '2028-02-01', [`${id}.until`]: '2028-01-31' };
  const { status, text } = await desk.write('rahmen', days, 'nur');
  expect(status).toBe(422);
  expect(text).toContain('value="2028-02-01"');
  expect(text).toContain('value="2028-01-31"');
  expect(text).toContain('Das Ende liegt vor dem Anfang.');
  expect(await desk.draft(house.nujin)).toEqual([]);
});

test('a section is saved as a draft that only the own side reads', async () => {
  const [line = ''] = await desk.newLines('ziele', 'nur');
  const saved = await desk.write(
    'ziele',
    {
      [`${GOAL}.words.de`]: 'Mütter wählen die Themen.',
      [`${GOAL}-reason`]: 'Sonst kommt keine.',
      [`${line}.words.tr`]: 'Pazar günü de.',
    },
    'nur',
    'tr',
  );
  expect(saved).toMatchObject({ status: 303, location: desk.pathOf('ziele') });
  const [first, second] = await desk.draft(house.nujin);
  expect(new Set([first?.paragraph, second?.paragraph])).toEqual(new Set([GOAL, line]));
  const mine = await house.get(desk.pathOf(), house.as('nur'));
  expect(mine.text).toContain('Pazar günü de.');
  expect(mine.text).toContain('Grund: Sonst kommt keine.');
  expect(await desk.page(desk.pathOf(), 'bea')).not.toContain('Pazar');
  expect(await desk.page(desk.pathOf('ziele'), 'bea')).not.toContain('Pazar');
  const again = await house.get(desk.pathOf('ziele'), house.as('nur'), 'tr');
  expect(formIn(again.text, desk.pathOf('ziele')).get(`${line}.words.tr`)).toBe('Pazar günü de.');
  expect(again.text.indexOf(`name="${GOAL}.words.tr"`)).toBeLessThan(again.text.indexOf(`name="${GOAL}.words.de"`));
});

test('what cannot be read comes back with everything that was typed, at its field', async () => {
  const [line = ''] = await desk.newLines('geld', 'nur');
  const refused = await desk.write(
    'geld',
    { [`${line}.amount`]: 'viel Geld', [`${line}.purpose.de`]: 'Raum <b>im</b> Keller', more: '0' },
    'nur',
  );
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Schreib den Betrag in Euro');
  expect(refused.text).toContain(`id="field-${line}.amount-error"`);
  expect(refused.text).toContain('value="viel Geld"');
  expect(refused.text).not.toContain('<b>im</b>');
  const form = formIn(refused.text, desk.pathOf('geld'));
  form.set(`${line}.amount`, '1.200,00 €');
  form.set(`${line}.receiver`, house.nujin);
  form.set(`${line}.sort`, 'room');
  form.set('then', 'more');
  const saved = await desk.send(desk.pathOf('geld'), form, 'nur');
  expect(saved.location).toBe(`${desk.pathOf('geld')}?mehr=1#more`);
  const [written] = (await desk.draft(house.nujin)).filter(({ after }) => after?.kind === 'line');
  expect(written?.after?.parts).toMatchObject({ amount: 120_000, receiver: house.nujin, sort: 'room' });
  const shown = await house.get(`${desk.pathOf('geld')}?mehr=1`, house.as('nur'));
  expect(shown.text).toMatch(/Das sind 1\.200\s€ zu viel\./);
  expect((await desk.newLines('geld', 'nur')).length).toBe(3);
  expect(formIn(shown.text, desk.pathOf('geld')).getAll('row').length).toBe(6);
});

test('where nothing is written yet ready words come first and stand open, later they follow, folded', async () => {
  const about = async (slug: string) => {
    const text = await desk.page(desk.pathOf(slug), 'nur');
    const at = text.indexOf('Fertige Worte nehmen');
    return [
      /<details class="more-fields" open="">\s*<summary>Fertige Worte/.test(text),
      at < text.indexOf('name="row"'),
    ];
  };
  expect(await about('pflichten')).toEqual([true, true]);
  expect(await about('aufgaben')).toEqual([false, false]);
});

test('what is new in a draft is called new and asked why it is proposed, what is changed why it is changed', async () => {
  const [line = ''] = await desk.newLines('zusagen', 'nur');
  await desk.write('zusagen', { [`${line}.words.de`]: 'Ein Schlüssel.' }, 'nur');
  const fresh = await desk.page(desk.pathOf('zusagen'), 'nur');
  expect(fresh).toMatch(/>\s*neu\s*</);
  expect(fresh).toContain('Warum schlagt ihr das vor?');
  for (const other of ['im Entwurf geändert', 'Warum ändert ihr das?']) expect(fresh).not.toContain(other);
  expect(await desk.page(desk.pathOf('aufgaben'), 'nur')).toContain('Warum ändert ihr das?');
  await desk.send(`${desk.pathOf()}/loslassen`, new URLSearchParams({ paragraph: line }), 'nur');
});

test('a section without which nobody can sign is marked while it is empty', async () => {
  const marked = async () => (await desk.page(desk.pathOf(), 'nur')).split('nötig zum Unterschreiben').length - 1;
  expect(await marked()).toBe(1);
  const form = formIn(await desk.page(desk.pathOf('ausstieg'), 'nur'), desk.pathOf('ausstieg'));
  form.append('pick', 'fair');
  await desk.send(desk.pathOf('ausstieg'), form, 'nur');
  expect(await marked()).toBe(0);
  const [exit] = (await desk.draft(house.nujin)).filter(({ after }) => after?.kind === 'exit');
  await desk.send(`${desk.pathOf()}/loslassen`, new URLSearchParams({ paragraph: exit?.paragraph ?? '' }), 'nur');
});

test('a duty is taken from the library with one tap, in both languages, and what was typed goes along', async () => {
  const [line = ''] = await desk.newLines('pflichten', 'nur');
  const taken = await desk.write('pflichten', { pick: 'numbers', [`${line}.what.de`]: 'Noch etwas' }, 'nur');
  const duties = (await desk.draft(house.nujin)).flatMap(({ after }) => (after?.kind === 'duty' ? [after] : []));
  expect(new Set(duties.map(({ parts }) => parts.what['de']))).toEqual(
    new Set(['Noch etwas', 'Zahl der Abende statt Namensliste']),
  );
  const picked = duties.find(({ parts }) => parts.what['de'] !== 'Noch etwas');
  expect(picked?.parts.explanation['tr']).toContain('sayılar');
  expect(picked?.parts.due).toBeNull();
  expect(taken.location).toBe(`${desk.pathOf('pflichten')}#p-${picked?.id}`);
});

test('several things are taken from the library at once, and of what there can be only one, one', async () => {
  const form = async (section: string, picks: readonly string[]) => {
    const sent = formIn(await desk.page(desk.pathOf(section), 'nur'), desk.pathOf(section));
    for (const pick of picks) sent.append('pick', pick);
    await desk.send(desk.pathOf(section), sent, 'nur');
  };
  const before = (await desk.draft(house.nujin)).length;
  await form('aufgaben', ['evening', 'childcare', 'evening', 'unsinn']);
  await form('ausstieg', ['fair', 'fair']);
  await form('ausstieg', ['fair']);
  const kinds = (await desk.draft(house.nujin)).map(({ after }) => after?.kind);
  expect(kinds.length).toBe(before + 3);
  expect(kinds.filter((kind) => kind === 'exit').length).toBe(1);
});

test('two windows: what was saved meanwhile is told, the typed words stay, and saved once more they count', async () => {
  await desk.send(desk.pathOf(), new URLSearchParams(), 'nur');
  const { text } = await house.get(desk.pathOf('ziele'), house.as('nur'));
  const [one, two] = [formIn(text, desk.pathOf('ziele')), formIn(text, desk.pathOf('ziele'))];
  one.set(`${GOAL}.words.de`, 'Fenster eins.');
  two.set(`${GOAL}.words.de`, 'Fenster zwei.');
  two.set('entry', 'abcdef123456');
  expect(await desk.send(desk.pathOf('ziele'), one, 'nur')).toMatchObject({ status: 303 });
  const told = await desk.send(desk.pathOf('ziele'), two, 'nur');
  expect(told.status).toBe(409);
  expect(told.text).toContain('An einer Stelle hat inzwischen jemand aus eurer Organisation');
  const form = formIn(told.text, desk.pathOf('ziele'));
  expect(form.get(`${GOAL}.words.de`)).toBe('Fenster zwei.');
  expect(form.get('entry')).toBe('abcdef123456');
  const saved = await desk.send(desk.pathOf('ziele'), form, 'nur');
  expect(saved.location).toBe(`${desk.pathOf('ziele')}?gespeichert=abcdef123456`);
  expect((await desk.draft(house.nujin)).map(({ after }) => after?.parts)).toEqual([
    { words: { de: 'Fenster zwei.' }, isStructural: false },
  ]);
  await desk.send(`${desk.pathOf()}/loslassen`, new URLSearchParams({ paragraph: GOAL }), 'nur');
});

test('an expectation out of an opened sheet begins a goal; a sealed one begins nothing', async () => {
  const from = (organisation: string) => `${desk.pathOf('ziele')}?aus=${organisation}.0`;
  const wordsAt = async (organisation: string) => {
    const form = formIn(await desk.page(from(organisation), 'nur'), desk.pathOf('ziele'));
    const [line] = form.getAll('row').filter((id) => form.get(`${id}-base`) === '');
    return [form.get(`${line}.words.de`), form.get(`${line}-reason`)];
  };
  expect(await wordsAt(house.nujin)).toEqual(['', '']);
  await house.fillSheets();
  expect(await wordsAt(house.nujin)).toEqual(['Etwas.', '']);
  const [words, reason] = await wordsAt(house.bildungswerk);
  expect(words).toBe('Etwas.');
  expect(reason).toContain('Aus dem Bogen von');
  expect(await wordsAt(house.other)).toEqual(['', '']);
  const { cooperation, nujin: partner } = house;
  const point = await addTalkingPoint(house.speaker(partner), {
    cooperation,
    partner,
    words: 'Wer das Wort hat.',
    refers: [],
  });
  const dissent = await desk.form(`${desk.pathOf('unterschiede')}?aus=${point}`, 'nur');
  expect(dissent.get(`${dissent.get('row')}.words.de`)).toBe('Wer das Wort hat.');
  const said = await addTalkingPoint(house.speaker(partner), {
    cooperation,
    partner,
    words: 'Söz kadınların.',
    refers: [],
  });
  const turkish = await desk.form(`${desk.pathOf('unterschiede')}?aus=${said}`, 'nur');
  expect(turkish.get(`${turkish.get('row')}.words.tr`)).toBe('Söz kadınların.');
});

test('an open talking point stands beside the sections that it speaks of, and nowhere else', async () => {
  const { cooperation, nujin: partner, bildungswerk } = house;
  const place = { organisation: bildungswerk, part: 'brings', at: 0 } as const;
  const point = await addTalkingPoint(house.speaker(partner), {
    cooperation,
    partner,
    words: 'Wer bringt den Raum?',
    refers: [place],
  });
  const told = async (slug: string) => (await desk.page(desk.pathOf(slug), 'nur')).includes(`/bogen#point-${point}`);
  expect(await Promise.all(['aufgaben', 'geld', 'ziele', 'grenzen', 'ausstieg'].map(told))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(await desk.page(desk.pathOf('geld'), 'nur')).toContain('Wer bringt den Raum?');
  await settleTalkingPoint(house.speaker(partner), { cooperation, partner, point, state: 'agreed' });
  expect(await told('geld')).toBe(false);
});

test('a paragraph is proposed to be taken out', async () => {
  const id = idFor('task-1');
  await desk.write('aufgaben', { [`${id}-away`]: 'yes', [`${id}-reason`]: 'Das macht ihr.' }, 'nur');
  expect(await desk.draft(house.nujin)).toMatchObject([{ paragraph: id, after: null, reason: 'Das macht ihr.' }]);
  expect(await desk.page(desk.pathOf(), 'nur')).toContain('Grund: Das macht ihr.');
  const again = formIn(await desk.page(desk.pathOf('aufgaben'), 'nur'), desk.pathOf('aufgaben'));
  expect(again.get(`${id}-away`)).toBe('yes');
  again.delete(`${id}-away`);
  await desk.send(desk.pathOf('aufgaben'), again, 'nur');
  expect(await desk.draft(house.nujin)).toEqual([]);
});
