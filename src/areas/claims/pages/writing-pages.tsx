import type { Hono } from 'hono';
import { leaveNotice, type Env, type FormFields, type Request } from '../../../platform/http/index.ts';
import { saying } from '../../../plain/words.ts';
import { adoptableOf } from '../forms-adopt.ts';
import { NEXT_NAME } from '../forms-names.ts';
import { first, type Problem } from '../forms-read.ts';
import { addAdoptPages, adoptPath } from './adopt-page.tsx';
import { answerFieldForm } from './field-input-answer.tsx';
import { FieldFormPage, type FormLink } from './field-input-page.tsx';
import { SubjectName } from './value.tsx';
import { fieldsIn, lay, placeOf, type LaidForm, type Writing, type WritingPart, type WritingPlace } from './writing.ts';

/**
 * The pages on which a kind of subject is written: `/…/:id/bearbeiten/:part` for the own word, others for roles,
 * `/…/:id/uebernehmen` and `/…/:id/stimmt-noch` for taps of their own.
 */
export function addWritingPages(web: Hono<Env>, writing: Writing): void {
  for (const way of writing.ways) {
    const { own } = way;
    if (own !== null) {
      addAdoptPages(web, writing, way);
      web.post(`${writing.path}/:id/stimmt-noch`, async (c) => {
        const { subject, by } = await placeOf(c, writing, way);
        await own.standBy(c, subject, by);
        leaveNotice(c, saying('claims.form.stoodBy'));
        return c.redirect(`${writing.path}/${subject}`, 303);
      });
    }
    for (const path of [`${writing.path}/:id/${way.slug}`, `${writing.path}/:id/${way.slug}/:part`]) {
      web.get(path, async (c) => {
        const at = await placeOf(c, writing, way);
        return c.html(await page(c, writing, at, await lay(c, writing, at), null, []));
      });
      web.post(path, async (c) => {
        const at = await placeOf(c, writing, way);
        const { subject, by, part } = at;
        return answerFieldForm(c, {
          lay: () => lay(c, writing, at),
          save: (base, wishes) =>
            way.save(c, { subject, by, fields: fieldsIn(writing, way, part), base, wishes, isAdopted: false }),
          show: (laid, typed, problems) => page(c, writing, at, laid, typed, problems),
          after: ({ isForOthers }, typed) => {
            // Whoever changes who reads something sees at once what everybody sees.
            if (isForOthers && own !== null) return previewPath(writing, subject);
            return partPath(writing, at, way.parts.find(({ slug }) => slug === first(typed, NEXT_NAME)) ?? part);
          },
        });
      });
    }
  }
}

async function page(
  c: Request,
  writing: Writing,
  at: WritingPlace,
  laid: LaidForm,
  typed: FormFields | null,
  problems: readonly Problem[],
) {
  const { words } = c.var;
  const { subject, way, part } = at;
  const { own } = way;
  const path = `${writing.path}/${subject}`;
  const next = way.parts[way.parts.indexOf(part) + 1];
  return (
    <FieldFormPage
      frame={await writing.frame(c)}
      form={{ ...laid, typed, problems }}
      fields={laid.fields}
      title={writing.titleOf(words, part)}
      about={<SubjectName words={words} name={laid.name} first="own" nameless={writing.nameless(words)} />}
      text={way.text(words)}
      back={{ href: path, label: writing.back(words) }}
      action={partPath(writing, at, part)}
      adopt={own === null || adoptableOf(laid.whole).length === 0 ? null : adoptPath(writing, subject)}
      next={next === undefined ? null : { value: next.slug, label: writing.titleOf(words, next) }}
      preview={own === null ? null : { href: previewPath(writing, subject), label: own.previewLabel(words) }}
      standBy={own === null ? null : `${path}/stimmt-noch`}
      parts={[...otherParts(c, writing, at, laid), ...(own?.moreLinks(words, subject) ?? [])]}
    />
  );
}

/** The other parts; those in which nothing of the own voice stands yet are named. */
function otherParts(c: Request, writing: Writing, at: WritingPlace, { whole }: LaidForm): readonly FormLink[] {
  const { words } = c.var;
  return at.way.parts
    .filter((part) => part !== at.part)
    .map((part) => {
      const fields = fieldsIn(writing, at.way, part);
      const count = whole.words.filter(({ field, mine }) => mine !== null && fields.includes(field)).length;
      return {
        href: partPath(writing, at, part),
        label: writing.titleOf(words, part),
        ...(at.way.own === null ? {} : { note: words.say('claims.form.ownWords', { count }) }),
      };
    });
}

function partPath({ path }: Writing, { subject, way }: WritingPlace, part: WritingPart): string {
  return `${path}/${subject}/${way.slug}/${part.slug}`;
}

function previewPath({ path }: Writing, subject: string): string {
  return `${path}/${subject}/wie-fremde`;
}
