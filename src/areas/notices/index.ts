export { raiseNotice } from './raise-notice.ts';
export { addNoticePages } from './pages/routes.tsx';
export { noticeStep } from './migrations/2026-11-21-notice.ts';
