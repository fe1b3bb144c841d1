import type { Child } from 'hono/jsx';
import type { Json } from '../../../plain/json.ts';
import type { Words } from '../../../plain/words.ts';
import { PageTitle } from '../../../ui/index.ts';
import { spokenOf } from '../spoken.ts';
import { Spoken, SubjectName } from './value.tsx';

/** The top of a subject's page: what it calls itself, and below its names in other languages. */
export function SubjectTitle({
  words,
  above,
  name,
  first,
  nameless,
}: {
  readonly words: Words;
  readonly above?: Child;
  /** The fact `name`. */
  readonly name: Json | undefined;
  readonly first: 'own' | 'reader';
  readonly nameless: string;
}) {
  const [, ...others] = spokenOf(name, words, first);
  const below = others.map(({ language, text }, index) => (
    <>
      {index === 0 ? null : ' · '}
      <Spoken words={words} language={language}>
        {text}
      </Spoken>
    </>
  ));
  return (
    <PageTitle
      above={above}
      title={<SubjectName words={words} name={name} first={first} nameless={nameless} />}
      below={below.length === 0 ? undefined : below}
    />
  );
}
