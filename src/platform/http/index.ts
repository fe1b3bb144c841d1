export { createWeb } from './web.ts';
export { type WebDatabase } from './web-database.ts';
export { context, type Env, type Request } from './env.ts';
export { type RenderTrouble, type Trouble } from './trouble.ts';
export { addEntrance, firstEntrance, makeEntrance, type EntranceOptions } from './entrance.ts';
export { describeTrouble } from './describe-trouble.ts';
export { giveSessionCookie, takeSessionCookie, type Recognise } from './session.ts';
export {
  chooseInSession,
  closeSession,
  endSessionsOf,
  findSessionsOf,
  freshenSession,
  insertSession,
  weakenSessionsOf,
  type OwnSession,
} from './store.ts';
export { lastSeenAfter, SILENT_DAYS } from './silence.ts';
export { hashOf, newToken } from './token.ts';
export { idAt, keepNowhere } from './address.ts';
export { leaveNotice } from './notice.ts';
export { readForm, typedIn, type FormFields } from './read-form.ts';
export { receiveUpload, receiveUploads, type Upload } from './receive-upload.ts';
export { migration as sessionsStep } from './migrations/2026-11-21-sessions.ts';
export { accountSessionsStep } from './migrations/2026-11-21-account-sessions.ts';
export { sessionActingStep } from './migrations/2026-11-21-session-acting.ts';
export { sessionFactorsStep } from './migrations/2026-11-21-session-factors.ts';
