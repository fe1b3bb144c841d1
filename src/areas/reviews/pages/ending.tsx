import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Card,
  Facts,
  Form,
  LinkButton,
  Part,
  ReadersNote,
  type Fact,
  type Frame,
} from '../../../ui/index.ts';
import { alongPath } from '../../agreements/index.ts';
import { endsAlone, inTheNameOf } from '../../cooperations/index.ts';
import { aheadOf } from '../exit.ts';
import { closingPath, endingPath, exitPath } from '../paths.ts';
import type { ClosingView } from './closing.tsx';
import { BelowCooperation } from './parts.tsx';
import { nameIn } from './view.ts';

interface Shown {
  readonly words: Words;
  readonly view: ClosingView;
}

/** Whether one more yes is the last one and ends it, where an agreement or more than two partners made it need all of them. */
export function isLastYes({ wishes, own, partners, inForce }: ClosingView): boolean {
  return (
    !endsAlone({ partners: partners.length, isInForce: inForce !== null }) &&
    partners.every(({ id }) => (id === own) !== wishes.includes(id))
  );
}

/** Ending: together where something holds or more than two are in it, alone where nothing came of it. */
export function Ending({ words, view }: Shown) {
  const { wishes, own, partners, inForce, cooperation } = view;
  const isAlone = endsAlone({ partners: partners.length, isInForce: inForce !== null });
  const others = wishes.filter((one) => one !== own).map((one) => nameIn(view, one, words));
  const title = words.say(isAlone ? 'reviews.closing.nothing' : 'reviews.closing.end');
  return (
    <Part title={title}>
      <p>{words.say(isAlone ? 'reviews.closing.nothing.text' : 'reviews.closing.end.text')}</p>
      <WhatBecomes words={words} view={view} />
      {others.length === 0 ? null : <p>{words.say('reviews.closing.othersAsked', { names: words.list(others) })}</p>}
      {wishes.includes(own) ? <p>{words.say('reviews.closing.weAsked')}</p> : null}
      {isLastYes(view) ? (
        <LinkButton tone="end" href={endingPath(cooperation)}>
          {words.say('reviews.closing.end.next')}
        </LinkButton>
      ) : (
        <Form label={title} hidden={inTheNameOf(view.own)}>
          <ReadersNote words={words} scope="partner">
            {words.say('reviews.closing.readers')}
          </ReadersNote>
          <Buttons>
            {wishes.includes(own) ? (
              <Button tone="quiet" name="what" value="goOn">
                {words.say('reviews.closing.goOn')}
              </Button>
            ) : (
              <Button tone="end" name="what" value="end">
                {words.say(isAlone ? 'reviews.closing.nothing.do' : 'reviews.closing.end.do')}
              </Button>
            )}
          </Buttons>
        </Form>
      )}
      {isAlone ? null : (
        <p>
          <a href={exitPath(cooperation)}>{words.say('reviews.closing.orExit')}</a>
        </p>
      )}
    </Part>
  );
}

/** Before the last yes: with it everything is over at once, and nobody can take it back. */
export function LastYesPage({ frame, view }: { readonly frame: Frame; readonly view: ClosingView }) {
  const { words } = frame;
  const { cooperation } = view;
  const title = words.say('reviews.closing.last');
  return (
    <BelowCooperation frame={frame} view={view} title={title} below={words.say('reviews.closing.last.text')}>
      <Card>
        <WhatBecomes words={words} view={view} />
        <p>{words.say('reviews.closing.last.read')}</p>
      </Card>
      <p>
        <a href={alongPath(cooperation)}>{words.say('reviews.archive')}</a>
      </p>
      <Form action={closingPath(cooperation)} label={title} hidden={inTheNameOf(view.own)}>
        <ReadersNote words={words} scope="partner">
          {words.say('reviews.closing.readers')}
        </ReadersNote>
        <Button tone="end" name="what" value="end">
          {words.say('reviews.closing.end.do')}
        </Button>
      </Form>
      <BackLink href={closingPath(cooperation)}>{words.say('reviews.exit.declare.not')}</BackLink>
    </BelowCooperation>
  );
}

/** How much of what is agreed falls away with the end, and what is owed even after it. */
function WhatBecomes({ words, view: { inForce, today } }: Shown) {
  const { falls, stays } = aheadOf(inForce, today);
  const facts: readonly Fact[] = [
    ...(falls === 0
      ? []
      : [
          {
            term: words.say('reviews.closing.end.falls'),
            value: words.say('reviews.closing.end.falls.text', { count: falls }),
          },
        ]),
    ...(stays === 0
      ? []
      : [
          {
            term: words.say('reviews.closing.end.stays'),
            value: words.say('reviews.closing.end.stays.text', { count: stays }),
          },
        ]),
  ];
  return facts.length === 0 ? null : <Facts facts={facts} />;
}

/** After the end: it is kept for the proofs, or removed when none of the partners needs it any more. */
export function Deleting({ words, view }: Shown) {
  const { deletions, own } = view;
  const isWished = deletions.includes(own);
  const title = words.say('reviews.deletion');
  const waiting = view.partners.filter(({ id }) => !deletions.includes(id)).map(({ name }) => name);
  return (
    <Part title={title}>
      <p>{words.say('reviews.deletion.text')}</p>
      <p>
        <a href={alongPath(view.cooperation)}>{words.say('reviews.archive')}</a>
      </p>
      {deletions.length === 0 ? null : (
        <p>
          {waiting.length === 0
            ? words.say('reviews.deletion.soon')
            : words.say('reviews.deletion.waiting', { names: words.list(waiting) })}
        </p>
      )}
      <Form label={title} hidden={inTheNameOf(view.own)}>
        <ReadersNote words={words} scope="partner">
          {words.say('reviews.closing.readers')}
        </ReadersNote>
        {isWished ? (
          <Button tone="quiet" name="what" value="keep">
            {words.say('reviews.deletion.keep')}
          </Button>
        ) : (
          <Button tone="end" name="what" value="delete">
            {words.say('reviews.deletion.do')}
          </Button>
        )}
      </Form>
    </Part>
  );
}
