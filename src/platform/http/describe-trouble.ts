import { saying, type Saying } from '../../plain/words.ts';
import type { Trouble } from './trouble.ts';

export interface TroubleWords {
  readonly title: Saying;
  readonly text: Saying;
  /** A number to quote, after a bug of ours. */
  readonly note: Saying | null;
}

/** What the page of an error says, for `renderTrouble`. */
export function describeTrouble(trouble: Trouble): TroubleWords {
  switch (trouble.kind) {
    case 'notFound':
      return say('platform.notFound.title', saying('platform.notFound.text'));
    case 'notAllowed':
      return say('platform.notAllowed.title', trouble.reason);
    case 'conflict':
      return say('platform.conflict.title', trouble.reason);
    case 'input':
      return say('platform.input.title', trouble.reason);
    case 'tooLarge':
      return say('platform.tooLarge.title', tooLarge(trouble.limitBytes));
    case 'foreignOrigin':
      return say('platform.foreignOrigin.title', saying('platform.foreignOrigin.text'));
    case 'unavailable':
      return say('platform.unavailable.title', saying('platform.unavailable.text'));
    case 'bug':
      return {
        title: saying('platform.bug.title'),
        text: saying('platform.bug.text'),
        note: saying('platform.bug.id', { id: trouble.request }),
      };
  }
}

function say(title: string, text: Saying): TroubleWords {
  return { title: saying(title), text, note: null };
}

function tooLarge(limitBytes: number): Saying {
  return saying('platform.tooLarge.text', { megabytes: Math.round(limitBytes / 10_000) / 100 });
}
