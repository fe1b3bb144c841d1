import type { Words } from '../../../plain/words.ts';
import { Chip } from '../../../ui/index.ts';

/** On the page of an organisation, for members: that two vouch, and not which. */
export function Vouched({ words }: { readonly words: Words }) {
  return (
    <p>
      <Chip tone="ok" icon="people">
        {words.say('requests.vouch.stands')}
      </Chip>
    </p>
  );
}
