import type { Words } from '../../../plain/words.ts';
import { Button, Buttons, Card, Form, Notice, Part } from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { difference } from '../difference.ts';
import { draftPath } from '../draft-paths.ts';
import { placeOf, standOf } from '../draft.ts';
import type { Wish } from '../propose.ts';
import type { Section } from '../sections.ts';
import { PartsChanged } from './difference-parts.tsx';
import type { DraftPlace } from './draft-place.ts';
import { paragraphTitle } from './draft-row.tsx';

/** What was overtaken while it was written, beside what stands there now; of one section, or all of it. */
export function OvertakenPart({
  words,
  place,
  section,
}: {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly section?: Section;
}) {
  const { text, draft } = place;
  const here = standOf(text, draft).overtaken.filter((change) => {
    const kind = change.after?.kind ?? placeOf(text, change)?.kind;
    return section === undefined || (kind !== undefined && section.kinds.includes(kind));
  });
  if (here.length === 0) return null;
  return (
    <Part title={words.say('agreements.draft.overtaken.title')} id="overtaken">
      <Notice tone="look">
        <p>{words.say('agreements.draft.overtaken.text')}</p>
      </Notice>
      {here.map((change) => (
        <Overtaken words={words} place={place} change={change} />
      ))}
    </Part>
  );
}

function Overtaken({
  words,
  place: { agreement, own, text, reading },
  change,
}: {
  readonly words: Words;
  readonly place: DraftPlace;
  readonly change: Wish;
}) {
  const there = placeOf(text, change);
  const { after } = change;
  const shown = after ?? there;
  const [told] = difference(
    { ...text, paragraphs: there === null ? [] : [there] },
    { ...text, paragraphs: after === null ? [] : [there === null ? after : { ...after, id: there.id }] },
  );
  return (
    <Card title={shown === null ? words.say('agreements.draft.overtaken.gone') : paragraphTitle(words, text, shown)}>
      {there === null ? <p>{words.say('agreements.draft.overtaken.gone')}</p> : null}
      {told === undefined ? (
        <p>{words.say('agreements.draft.overtaken.same')}</p>
      ) : (
        <>
          <p>{words.say('agreements.draft.overtaken.beside')}</p>
          <PartsChanged reading={reading} difference={told} />
        </>
      )}
      <Buttons>
        <Form
          action={`${draftPath(agreement)}/mitnehmen`}
          hidden={{ paragraph: change.paragraph, ...inTheNameOf(own) }}
        >
          <Button>{words.say('agreements.draft.carryOver')}</Button>
        </Form>
        <Form
          action={`${draftPath(agreement)}/loslassen`}
          hidden={{ paragraph: change.paragraph, ...inTheNameOf(own) }}
        >
          <Button tone="end">{words.say('agreements.draft.letGo')}</Button>
        </Form>
      </Buttons>
    </Card>
  );
}
