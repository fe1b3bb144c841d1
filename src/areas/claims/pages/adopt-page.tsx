import type { Hono } from 'hono';
import { leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  CheckField,
  EmptyState,
  ErrorSummary,
  Form,
  Page,
  PageTitle,
  Part,
  ReadersNote,
} from '../../../ui/index.ts';
import { adoptableOf, readAdopted, type Adoptable } from '../forms-adopt.ts';
import { BASE_NAME, takeName } from '../forms-names.ts';
import { first } from '../forms-read.ts';
import { labelOf } from './field-input-value.tsx';
import { otherShown, saidBy } from './field-input-others.tsx';
import { SubjectName } from './value.tsx';
import { fieldsIn, lay, placeOf, type LaidForm, type Writing, type WritingPlace, type WritingWay } from './writing.ts';

export function adoptPath({ path }: Pick<Writing, 'path'>, subject: string): string {
  return `${path}/${subject}/uebernehmen`;
}

/** `/…/:id/uebernehmen`: everything that others say here, to make it the own word with one button. */
export function addAdoptPages(web: Hono<Env>, writing: Writing, way: WritingWay): void {
  const path = adoptPath(writing, ':id');
  web.get(path, async (c) => {
    const at = await placeOf(c, writing, way);
    return c.html(await page(c, writing, at, await lay(c, writing, at), false));
  });
  web.post(path, async (c) => {
    const at = await placeOf(c, writing, way);
    const { subject, by } = at;
    const typed = await readForm(c);
    const { whole } = await lay(c, writing, at);
    const read = readAdopted(whole, typed);
    const fields = way.parts.flatMap((part) => fieldsIn(writing, way, part));
    const base = first(typed, BASE_NAME);
    const saved = read.ok
      ? await way.save(c, { subject, by, fields, base, wishes: read.value, isAdopted: true })
      : read;
    if (!saved.ok) return c.html(await page(c, writing, at, await lay(c, writing, at), true), 409);
    leaveNotice(c, saying('claims.adopt.done', { count: saved.value.say.length }));
    return c.redirect(`${writing.path}/${subject}/${way.slug}`, 303);
  });
}

async function page(c: Request, writing: Writing, at: WritingPlace, laid: LaidForm, hasMovedOn: boolean) {
  const { words } = c.var;
  const { subject, way } = at;
  const title = words.say('claims.adopt.title');
  const adoptable = adoptableOf(laid.whole);
  return (
    <Page frame={await writing.frame(c)} title={title} noindex readers="own" faulty={hasMovedOn}>
      <PageTitle
        back={<BackLink href={`${writing.path}/${subject}/${way.slug}`}>{words.say('claims.adopt.back')}</BackLink>}
        above={<SubjectName words={words} name={laid.name} first="own" nameless={writing.nameless(words)} />}
        title={title}
        below={adoptable.length === 0 ? undefined : words.say('claims.adopt.text')}
      />
      <ErrorSummary words={words} errors={hasMovedOn ? [{ text: words.say('claims.form.movedOn') }] : []} />
      {adoptable.length === 0 ? (
        <EmptyState title={words.say('claims.adopt.none')} icon="check" />
      ) : (
        <Form action={adoptPath(writing, subject)} label={title} hidden={{ [BASE_NAME]: laid.whole.base }}>
          {way.parts.map((part) => {
            const here = adoptable.filter(({ word }) => fieldsIn(writing, way, part).includes(word.field));
            if (here.length === 0) return null;
            return (
              <Part title={writing.titleOf(words, part)}>
                {here.map((one) => (
                  <AdoptField laid={laid} one={one} />
                ))}
              </Part>
            );
          })}
          <ReadersNote words={words} scope="own">
            {words.say('claims.adopt.readers')}
          </ReadersNote>
          <Button icon="check">{words.say('claims.adopt.go')}</Button>
        </Form>
      )}
    </Page>
  );
}

// words: claims.scope.*
function AdoptField({ laid, one }: { readonly laid: LaidForm; readonly one: Adoptable }) {
  const { words } = laid;
  const { word, claim, scope } = one;
  return (
    <CheckField
      words={words}
      name={takeName(word)}
      label={labelOf(words, word.field, word.language)}
      choices={[
        {
          value: String(claim.id),
          label: otherShown(word, one, words),
          lang: word.language ?? undefined,
          hint: words.say('claims.adopt.saidBy', {
            said: saidBy(laid, one),
            who: words.say(`claims.scope.${scope}`),
          }),
        },
      ]}
      values={[String(claim.id)]}
    />
  );
}
