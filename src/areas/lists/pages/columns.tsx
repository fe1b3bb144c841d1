import type { Hono } from 'hono';
import { context, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { canonical } from '../../../plain/json.ts';
import { saying } from '../../../plain/words.ts';
import { chooseColumns } from '../choose-columns.ts';
import { readColumns } from '../forms.ts';
import { guessMapping } from '../guess-mapping.ts';
import type { Import, ReadingChoices } from '../import.ts';
import { isHeldUp } from './held-up.tsx';
import { splitTarget, type Mapping } from '../list.ts';
import { demand, may } from '../may.ts';
import { openTable } from '../reading/index.ts';
import { readAgain } from '../read-again.ts';
import { importAt, type ListPages } from './access.ts';
import { ColumnsPage } from './columns-page.tsx';

/** `/importe/:id/spalten`: what each column means. */
export function addColumnPages(web: Hono<Env>, { frame, imports, send }: ListPages): void {
  const show = async (c: Request, shown: { mapping?: Mapping; problem?: { field: string; text: string } } = {}) => {
    const { each, list } = await importAt(c);
    const opened = await openTable(imports.pathOf(fileOf(each)), each.choices);
    const table = opened.ok ? opened.value : null;
    const mapping = shown.mapping ?? each.mapping;
    const guess = table === null ? null : guessMapping(table, null, mapping?.subject).guess;
    const trouble = opened.ok ? each.trouble : opened.issue;
    return (
      <ColumnsPage
        frame={await frame(c)}
        each={each}
        list={list}
        table={table}
        guess={guess}
        mapping={mapping}
        trouble={trouble}
        problem={shown.problem}
      />
    );
  };
  web.get('/importe/:id/spalten', async (c) => {
    const { each } = await importAt(c);
    if (each.state !== 'read' && each.state !== 'compared' && !isHeldUp(each, c.var.read.clock.now()))
      return c.redirect(`/importe/${each.id}`, 303);
    return c.html(await show(c));
  });
  web.post('/importe/:id/spalten', async (c) => {
    demand(may.keepLists(c.var.actor));
    const { each } = await importAt(c);
    const typed = await readForm(c);
    const opened = await openTable(imports.pathOf(fileOf(each)), each.choices);
    const headers = opened.ok ? opened.value.headers.map(({ name }) => name) : [];
    const form = readColumns(typed, headers);
    if (form === null)
      return c.html(
        await show(c, { problem: { field: 'language', text: c.var.words.say('lists.columns.language.wrong') } }),
        422,
      );
    const { mapping } = form;
    const choices = settledChoices(form.choices, each.choices, opened.ok ? opened.value : null);
    const isOther =
      canonical({ ...choices }) !== canonical({ ...each.choices }) || mapping.subject !== each.mapping?.subject;
    if (isOther || typed['do'] === 'again' || !opened.ok) {
      const again = await readAgain(context(c), each.id, imports.pathOf, choices, mapping);
      if (!again.ok)
        return c.html(await show(c, { problem: { field: 'encoding', text: c.var.words.tell(again.issue) } }), 422);
      return c.redirect(`/importe/${each.id}/spalten`, 303);
    }
    if (!Object.values(mapping.columns).some((target) => target !== null && splitTarget(target).field === 'name')) {
      return c.html(
        await show(c, { mapping, problem: { field: 'column.0', text: c.var.words.say('lists.columns.noName') } }),
        422,
      );
    }
    await chooseColumns(context(c), each.id, mapping, choices);
    await send(each.id, 'compare');
    return c.redirect(`/importe/${each.id}/vorschau`, 303);
  });
}

function fileOf({ file }: Import): string {
  if (file === null) throw new ConflictError(saying('lists.import.alreadyTaken'));
  return file;
}

/** What was only detected and not changed stays detected: it may be another in the next file. */
function settledChoices(
  typed: ReadingChoices,
  before: ReadingChoices,
  found: { encoding: string | null; separator: string | null; sheet: string | null } | null,
): ReadingChoices {
  const kept = (name: 'encoding' | 'separator' | 'sheet') => {
    const value = typed[name];
    return value === undefined || (before[name] === undefined && found !== null && value === found[name])
      ? {}
      : { [name]: value };
  };
  return {
    ...kept('encoding'),
    ...kept('separator'),
    ...kept('sheet'),
    ...(typed.headerRow === undefined ? {} : { headerRow: typed.headerRow }),
  };
}
