import { isolated } from '../../plain/isolated.ts';
import type { Words } from '../../plain/words.ts';
import { inForce } from './archive.ts';
import { agreementIn, type AnyArchive } from './cooperation-archive.ts';

// words: agreements.archive.signed.* agreements.archive.means.*
/**
 * What a whole archive says: which version is in force, who has signed it how, and what each way of signing proves and
 * what it does not.
 */
export function tellStanding(words: Words, archive: AnyArchive): readonly string[] {
  const agreement = agreementIn(archive);
  if (agreement === null) return [words.say('agreements.archive.noAgreement')];
  const { versions, signatures } = agreement;
  const holds = inForce(agreement);
  const number = holds ?? versions.at(-1)?.version.number ?? 0;
  const standing = versions.find(({ version }) => version.number === number);
  if (standing === undefined) return [];
  const own = signatures.filter(({ version }) => version === standing.hash);
  const kinds = [...new Set(own.map(({ proof }) => proof.kind))].toSorted();
  return [
    words.say(holds === null ? 'agreements.archive.notInForce' : 'agreements.archive.inForce', { number }),
    ...standing.version.text.partners.map(({ id, name }) => {
      const signature = own.find(({ partner }) => partner === id);
      if (signature === undefined)
        return words.say('agreements.archive.signed.not', { partner: isolated(words, name) });
      const { proof, day } = signature;
      const site = proof.kind === 'passkey' ? isolated(words, proof.origin) : '';
      return words.say(`agreements.archive.signed.${proof.kind}`, {
        partner: isolated(words, name),
        day: words.day(day),
        site,
      });
    }),
    ...kinds.map((kind) => words.say(`agreements.archive.means.${kind}`)),
  ];
}
