import { hashOf } from '../../plain/json.ts';
import { mayBeSigned, type Confirmation, type Missing } from './may-be-signed.ts';
import { isGenuine, isSignedByAll, type Signature } from './signature.ts';
import { firstBreak, type Break, type Version } from './version.ts';

/** An agreement as a partner takes it along: everything that is needed to check it without us. */
export interface Archive {
  readonly format: 'geflecht-agreement/1';
  readonly versions: readonly { readonly version: Version; readonly hash: string }[];
  readonly confirmations: readonly Confirmation[];
  /** Partners who had filled in their own sheet. */
  readonly mirrored: readonly string[];
  readonly signatures: readonly Signature[];
  /** SHA-256 over all of the above: finds what no version and no signature covers. */
  readonly checksum: string;
}

/**
 * What is wrong with an archive, or with the file it is in (`noArchive`, `spelling`). A version that was signed although
 * something was missing is wrong too, and so are two signatures of one partner.
 */
export type Finding =
  | { readonly what: 'noArchive' }
  | { readonly what: 'spelling' }
  | { readonly what: 'checksum' }
  | { readonly what: 'version'; readonly at: Break }
  | { readonly what: 'signedNothing'; readonly partner: string }
  | { readonly what: 'notAPartner'; readonly partner: string }
  | { readonly what: 'forged'; readonly partner: string; readonly version: string }
  | { readonly what: 'notReady'; readonly version: string; readonly missing: readonly Missing[] };

export function sealed(content: Omit<Archive, 'checksum'>): Archive {
  return { ...content, checksum: hashOf(content) };
}

/** The last version that all of its partners have signed, by number; null while there is none. */
export function inForce({ versions, signatures }: Pick<Archive, 'versions' | 'signatures'>): number | null {
  const signed = versions.filter(({ version: { text }, hash }) => isSignedByAll(text, hash, signatures));
  return signed.at(-1)?.version.number ?? null;
}

/** Everything that is wrong with an archive; nothing means that it is what was agreed, to the byte. */
export async function verifyArchive({ checksum, ...content }: Archive): Promise<readonly Finding[]> {
  const at = firstBreak(content.versions);
  const versions = new Map(content.versions.map(({ version, hash }) => [hash, version]));
  const signatures = await Promise.all(content.signatures.map((one) => findingsOf(one, versions.get(one.version))));
  return [
    ...(hashOf(content) === checksum ? [] : [{ what: 'checksum' } as const]),
    ...(at === null ? [] : [{ what: 'version', at } as const]),
    ...signatures.flat(),
    ...[...new Set(content.signatures.map(({ version }) => version))].flatMap((hash): readonly Finding[] => {
      const version = versions.get(hash);
      if (version === undefined) return [];
      const missing = mayBeSigned({ ...content, text: version.text });
      return missing.length === 0 ? [] : [{ what: 'notReady', version: hash, missing }];
    }),
  ];
}

async function findingsOf(
  { version, partner, proof }: Signature,
  signed: Version | undefined,
): Promise<readonly Finding[]> {
  if (signed === undefined) return [{ what: 'signedNothing', partner }];
  if (!signed.text.partners.some(({ id }) => id === partner)) return [{ what: 'notAPartner', partner }];
  if (proof.kind === 'passkey' && !(await isGenuine({ version, proof }))) return [{ what: 'forged', partner, version }];
  return [];
}
