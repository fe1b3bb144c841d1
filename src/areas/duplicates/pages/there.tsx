import type { Child } from 'hono/jsx';
import type { Request } from '../../../platform/http/index.ts';
import { Notice } from '../../../ui/index.ts';
import { SubjectName, type Facts } from '../../claims/index.ts';
import type { Lookout } from '../find-there.ts';
import type { PairKind } from '../questions.ts';
import type { DuplicatePages } from './access.ts';

/** "Gibt es das schon?", before something is added: what looks like it, and why. Null where nothing does. */
export async function thereAlready(
  c: Request,
  { lookout, pathOf }: Pick<DuplicatePages, 'pathOf'> & { readonly lookout: Lookout },
  kind: PairKind,
  typed: Facts,
): Promise<Child> {
  const { words, read } = c.var;
  const there = await lookout.look(read, kind, typed);
  if (there.length === 0) return null;
  return (
    <Notice tone="look" title={words.say('duplicates.there.title')}>
      <p>{words.say('duplicates.there.text', { count: there.length })}</p>
      <ul>
        {there.map(({ subject, facts, told }) => (
          <li>
            <a href={pathOf(kind, subject)}>
              <SubjectName
                words={words}
                name={facts['name']}
                first="reader"
                nameless={words.say('duplicates.nameless')}
              />
            </a>
            {typeof facts['carrier'] === 'string' ? (
              <>
                {' '}
                (<bdi>{facts['carrier']}</bdi>)
              </>
            ) : null}
            <ul class="soft">
              {told
                .filter(({ speaks }) => speaks === 'for')
                .map(({ said }) => (
                  <li>{words.tell(said)}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>{words.say('duplicates.there.goOn')}</p>
    </Notice>
  );
}
