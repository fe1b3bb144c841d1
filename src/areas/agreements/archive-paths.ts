import { COOPERATIONS_PATH } from '../cooperations/index.ts';
import { AGREEMENTS_PATH } from './paths.ts';

/** Where an agreement that was written elsewhere is read in. */
export const IMPORT_PATH = `${AGREEMENTS_PATH}/einlesen`;

/** Where those that were read in are shown. */
export const KEPT_PATH = `${AGREEMENTS_PATH}/eingelesen`;

/** How anybody checks a file that was taken along. */
export const VERIFY_COMMAND = 'npm run -s geflecht -- verify vereinbarung.json';

/** The largest archive that is read in. */
export const ARCHIVE_UPLOAD = { path: /^\/vereinbarungen\/einlesen$/, bytes: 5_000_000 };

/** Where a partner takes a whole cooperation along. */
export function alongPath(cooperation: string): string {
  return `${COOPERATIONS_PATH}/${cooperation}/mitnehmen`;
}

export const ALONG_JSON = 'kooperation.json';
export const ALONG_ZIP = 'kooperation.zip';

/** The same command for everything of a cooperation. */
export const VERIFY_ALONG_COMMAND = `npm run -s geflecht -- verify ${ALONG_JSON}`;
