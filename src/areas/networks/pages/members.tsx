import { showValue, Spoken, spokenOf, type Facts, type Named } from '../../claims/index.ts';
import { ORGANISATION_FIELDS } from '../../organisations/index.ts';
import { Part, Row, Rows, type Frame } from '../../../ui/index.ts';
import type { Words } from '../../../plain/words.ts';
import { membersOf } from '../members.ts';
import type { NetworkShown } from '../show.ts';

/** Who belongs to a network, as far as the reader may know it. */
export function MembersPart({
  shown: { account, organisations },
  frame: { words },
  named,
}: {
  readonly shown: NetworkShown;
  readonly frame: Frame;
  readonly named: Named;
}) {
  const members = new Set(membersOf(account.facts['members']));
  if (members.size === 0)
    return (
      <Part title={words.say('networks.whoBelongs')}>
        <p>{words.say('networks.members.hidden')}</p>
      </Part>
    );
  const known = [...named].filter(([id]) => members.has(id));
  const count = members.size - known.length;
  return (
    <Part title={words.say('networks.members', { count: members.size })}>
      <Rows>
        {known.map(([id, { text, language, href }]) => (
          <Row
            href={href ?? ''}
            title={
              <Spoken words={words} language={language ?? null}>
                {text}
              </Spoken>
            }
            why={aboutOf(words, organisations.get(id) ?? {}, text)}
          />
        ))}
      </Rows>
      {count === 0 ? null : <p class="soft">{words.say('claims.subjects.unnamed', { count })}</p>}
    </Part>
  );
}

/** Where the name is in a language of its own, the one that the reader reads; then what kind it is and where. */
function aboutOf(words: Words, facts: Facts, title: string) {
  const [read] = spokenOf(facts['name'], words, 'reader');
  const known = ['kind', 'place'].flatMap((name) => {
    const field = ORGANISATION_FIELDS.fields.get(name);
    return field === undefined ? [] : showValue(field, facts[name] ?? null, words).map(({ text }) => text);
  });
  return (
    <>
      {read === undefined || read.text === title ? null : (
        <>
          <Spoken words={words} language={read.language}>
            {read.text}
          </Spoken>
          {known.length === 0 ? null : ' · '}
        </>
      )}
      {known.map((text, index) => (
        <>
          {index === 0 ? null : ' · '}
          <bdi>{text}</bdi>
        </>
      ))}
    </>
  );
}
