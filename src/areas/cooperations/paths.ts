export const COOPERATIONS_PATH = '/kooperationen';

/** Where whoever speaks for an organisation has all of it together. */
export const WORKING_TOGETHER_PATH = '/zusammenarbeit';
export const REFLECTION_PATH = '/nachdenken';
export const SEARCH_REQUESTS_PATH = '/gesuche';

export function planPath(cooperation: string, question?: string): string {
  const plan = `${COOPERATIONS_PATH}/${cooperation}/plan`;
  return question === undefined ? plan : `${plan}/${question}`;
}

export function searchPath(cooperation: string): string {
  return `${COOPERATIONS_PATH}/${cooperation}/suchen`;
}

/** Where the area of requests asks an organisation. */
export function requestPath(cooperation: string, organisation: string): string {
  return `${COOPERATIONS_PATH}/${cooperation}/anfragen/neu?an=${organisation}`;
}
