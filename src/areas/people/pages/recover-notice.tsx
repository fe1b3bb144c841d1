import type { Words } from '../../../plain/words.ts';
import type { Reader } from '../../../platform/database/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { LinkButton, Notice } from '../../../ui/index.ts';
import { findAskedOf, findOwnRecoveries } from '../store-rescue.ts';

/** What an account should know about recoveries as soon as it is opened. */
export interface RecoveryNews {
  readonly isOwn: boolean;
  readonly isForOthers: boolean;
}

export async function findRecoveryNews(
  db: Reader,
  reader: { readonly account: string; readonly kind: string },
  now: Date,
): Promise<RecoveryNews> {
  return {
    isOwn: (await findOwnRecoveries(db, reader.account, now)).length > 0,
    isForOthers: (await findAskedOf(db, reader, { today: dayOf(now), now })).length > 0,
  };
}

export function RecoveryNotice({
  words,
  news: { isOwn, isForOthers },
}: {
  readonly words: Words;
  readonly news: RecoveryNews;
}) {
  if (!isOwn && !isForOthers) return null;
  return (
    <Notice tone="look" title={words.say(isOwn ? 'people.recovery.stop.title' : 'people.recovery.agree.title')}>
      <p>
        <LinkButton href="/konto/wiederherstellung" tone="quiet">
          {words.say('people.recovery.account.look')}
        </LinkButton>
      </p>
    </Notice>
  );
}
