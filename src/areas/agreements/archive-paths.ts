import { AGREEMENTS_PATH } from './paths.ts';

/** Where an agreement that was written elsewhere is read in. */
export const IMPORT_PATH = `${AGREEMENTS_PATH}/einlesen`;

/** Where those that were read in are shown. */
export const KEPT_PATH = `${AGREEMENTS_PATH}/eingelesen`;

/** How anybody checks a file that was taken along. */
export const VERIFY_COMMAND = 'npm run -s geflecht -- verify vereinbarung.json';

/** The largest archive that is read in. */
export const ARCHIVE_UPLOAD = { path: /^\/vereinbarungen\/einlesen$/, bytes: 5_000_000 };
