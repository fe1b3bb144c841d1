export { postMail } from './store.ts';
export { inWords } from './in-words.ts';
export { inTwoLanguages } from './in-two-languages.ts';
export { mailLanguage } from './mail-language.ts';
export { countMail, findOutbox, isMailDue, settleMail, type OutboxMail } from './store-send.ts';
export { removeEml, sendDueMails, sweepMails, type PostOffice } from './send-mail.ts';
export { textOf, type Sender } from './compose.ts';
export { isSmtpThere, openSmtp } from './transport.ts';
export { mailStep } from './migrations/2026-11-21-mail.ts';
