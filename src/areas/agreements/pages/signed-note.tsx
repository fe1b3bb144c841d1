import type { Words } from '../../../plain/words.ts';
import { Notice } from '../../../ui/index.ts';
import type { LastSigned } from '../store-history.ts';
import type { Version } from '../version.ts';
import { allNames } from './partner-names.ts';

/** A signature is given to one version: whoever changes something learns whose it costs, and whose it has cost. */
export function SignedNote({
  words,
  version: { number: newest, text },
  lastSigned,
}: {
  readonly words: Words;
  readonly version: Version;
  readonly lastSigned: LastSigned | null;
}) {
  if (lastSigned === null) return null;
  const { number, partners } = lastSigned;
  const signers = text.partners.filter(({ id }) => partners.includes(id));
  return (
    <Notice tone="look">
      <p>
        {words.say(number === newest ? 'agreements.signed.already' : 'agreements.signed.before', {
          count: signers.length,
          number,
          partners: allNames(words, { partners: signers }),
        })}
      </p>
    </Notice>
  );
}
