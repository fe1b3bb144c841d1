/** Makes a new link for the first entrance. */
export const ENTRANCE_COMMAND = 'npm run -s geflecht -- entrance';
