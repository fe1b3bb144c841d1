export const DEADLINES_PATH = '/fristen';
export const CALENDARS_PATH = `${DEADLINES_PATH}/kalender`;

const COMMITMENTS_PATH = '/zusagen';

/** Where these pages begin: a part of working together. */
export const COMMITMENT_PATHS: readonly string[] = [DEADLINES_PATH, COMMITMENTS_PATH];

export function commitmentPath(id: string): string {
  return `${COMMITMENTS_PATH}/${id}`;
}

/** The address of a calendar; whoever has it reads it. */
export function feedPath(token: string): string {
  return `/kalender/${token}.ics`;
}
