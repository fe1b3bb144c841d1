import type { Words } from '../../../plain/words.ts';
import { Button, Buttons, Form, Part, ReadersNote } from '../../../ui/index.ts';
import { alongPath } from '../../agreements/index.ts';
import { endsAlone, inTheNameOf } from '../../cooperations/index.ts';
import { exitPath } from '../paths.ts';
import type { ClosingView } from './closing.tsx';
import { nameIn } from './view.ts';

interface Shown {
  readonly words: Words;
  readonly view: ClosingView;
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
      {others.length === 0 ? null : <p>{words.say('reviews.closing.othersAsked', { names: words.list(others) })}</p>}
      {wishes.includes(own) ? <p>{words.say('reviews.closing.weAsked')}</p> : null}
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
      {isAlone ? null : (
        <p>
          <a href={exitPath(cooperation)}>{words.say('reviews.closing.orExit')}</a>
        </p>
      )}
    </Part>
  );
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
