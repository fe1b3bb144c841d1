export const DEADLINES_PATH = '/fristen';
export const CALENDARS_PATH = `${DEADLINES_PATH}/kalender`;

const COMMITMENTS_PATH = '/zusagen';

/** Where these pages begin: a part of working together. */
export const COMMITMENT_PATHS: readonly string[] = [DEADLINES_PATH, COMMITMENTS_PATH];

export function commitmentPath({ cooperation, id }: { readonly cooperation: string; readonly id: string }): string {
  return `${COMMITMENTS_PATH}/${cooperation}/${id}`;
}

/** Without the cooperation, for what lies on devices and with services that nobody here knows. Leads to `commitmentPath`. */
export function outsidePath(id: string): string {
  return `${COMMITMENTS_PATH}/${id}`;
}

/** The address of a calendar; whoever has it reads it. */
export function feedPath(token: string): string {
  return `/kalender/${token}.ics`;
}
