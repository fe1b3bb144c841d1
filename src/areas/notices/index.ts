export { raiseNotice } from './raise-notice.ts';
export { insertNotice, settleAbout } from './store.ts';
export { ownNoticesStep } from './migrations/2026-11-21-own-notices.ts';
export { OwnNotices } from './pages/own-notices.tsx';
export { findNotices } from './store.ts';
export { addNoticePages } from './pages/routes.tsx';
export { noticeStep } from './migrations/2026-11-21-notice.ts';
export { noticesByOrganisationStep } from './migrations/2026-11-21-notices-by-organisation.ts';
