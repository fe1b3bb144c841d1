import type { Words } from '../../../plain/words.ts';
import type { Licence } from '../list.ts';

/** Where the text of a licence can be read. */
const TEXTS: Readonly<Record<Licence, string | null>> = {
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
  ccBy: 'https://creativecommons.org/licenses/by/4.0/deed.de',
  dlDeBy: 'https://www.govdata.de/dl-de/by-2-0',
  dlDeZero: 'https://www.govdata.de/dl-de/zero-2-0',
  odbl: 'https://opendatacommons.org/licenses/odbl/',
  own: null,
  unknown: null,
};

/** Licences under which whoever passes the list on names where it comes from. */
export const ATTRIBUTED: ReadonlySet<Licence> = new Set(['ccBy', 'dlDeBy', 'odbl']);

export function LicenceName({ words, licence }: { readonly words: Words; readonly licence: Licence }) {
  const name = words.say(`lists.licence.${licence}`);
  const text = TEXTS[licence];
  return text === null ? (
    name
  ) : (
    <a rel="license" href={text}>
      {name}
    </a>
  );
}

/** A mailbox as a link, anything else as it was written. */
export function Contact({ at }: { readonly at: string }) {
  return /^[^\s@]+@[^\s@]+$/.test(at) ? (
    <a href={`mailto:${at}`}>
      <bdi>{at}</bdi>
    </a>
  ) : (
    <bdi>{at}</bdi>
  );
}
