/**
 * Where the program acts as itself inside the transaction of somebody (`asSystem`), and why nothing narrower will do.
 * Reviewed by hand: a file that is not here makes `npm run check` red.
 */
export const RAISED_RIGHTS: Readonly<Record<string, string>> = {
  'src/platform/mail/store.ts': 'whoever causes a mail must not read the mails of others',
  'src/platform/throttle/store.ts': 'strangers are slowed down; nobody reads who was',
  'src/platform/throttle/store-day.ts': 'what strangers do on a day is counted; nobody reads who did',
  'src/platform/chain/store.ts':
    'a note follows the last one, which whoever acts may not be allowed to read; partners print the hashes of each other’s',
  'src/areas/claims/say.ts': 'what readers see is made from all claims, also from those the speaker may not read',
  'src/areas/claims/unsay.ts': 'the same, where claims end',
  'src/areas/claims/end-corrections.ts':
    'what a role corrected ends with the last word of an organisation, which may not end it',
  'src/areas/claims/confirm.ts': 'which claim wins is decided over all claims; no value changes',
  'src/areas/claims/lapse.ts': 'the veil over a subject is put on by the program, never by whoever speaks',
  'src/areas/claims/store-freshness.ts':
    'keepers see on which day something was last said, also about what is not shown',
  'src/areas/claims/store-heard.ts':
    'the day of the last word is kept whoever spoke, also by whom others are not heard',
  'src/areas/claims/store-voice.ts': 'which offers an organisation keeps is noted beside its own word, by id',
  'src/areas/freshness/store.ts': 'the mailbox is read while sending, whatever its scope',
  'src/areas/freshness/store-answer.ts': 'a link or a code answers without an account; found by its hash only',
  'src/areas/freshness/entry.ts':
    'whoever holds a link reads the public facts it is about, also if they have lapsed; whoever named a mailbox in public is told of a new voice',
  'src/areas/freshness/correct.ts': 'the word of a contact is written without an account, after its link was checked',
  'src/areas/freshness/take-answer-back.ts':
    'taking back looks for a newer ask that whoever holds the link may not see',
  'src/areas/notices/store.ts': 'whoever causes a notice for others must not read theirs',
  'src/areas/people/open-session.ts': 'a session is opened before there is an account in the transaction',
  'src/areas/people/store-account.ts': 'signing in looks up an account by its alias before anybody is known',
  'src/areas/claims/follow-carriers.ts': 'an offer that names a protected organisation is veiled, whoever brings it',
  'src/areas/claims/hold-as-itself.ts':
    'whether an entry counts as another is asked whoever is let in; only yes or no leaves it',
  'src/areas/claims/forward.ts':
    'what readers see of two that count as one is made from all claims; veils are put on by the program',
  'src/areas/duplicates/standing.ts':
    'whether two may be merged depends on what partners keep between them; only the answer leaves it',
  'src/areas/duplicates/store.ts': 'judgements and merges are written by the program only, after the policy said yes',
  'src/areas/duplicates/store-pairs.ts':
    'that two belong together is shown to everybody who sees both; who judged it and why is not read',
  'src/areas/duplicates/merge.ts': 'both organisations find the note in their chains, whoever merges',
  'src/areas/duplicates/judge.ts': 'of whom more is known is counted over all claims; only the number decides',
  'src/areas/claims/store-revision.ts':
    'whether anybody else speaks of an entry is asked of all words, also of those the keeper may not read; only its id leaves it',
  'src/areas/claims/set-veil.ts': 'protection is put on and taken off by the program, after two persons or one click',
  'src/areas/people/store-sign-in.ts': 'between passphrase and code nobody is known yet; found by the hash of a token',
  'src/areas/people/store-passkey.ts': 'a passkey is looked up by what the device shows, before anybody is known',
  'src/areas/people/passkey-prove.ts': 'the account behind a passkey and its roles, after the signature was checked',
  'src/areas/people/confirm-again.ts': 'the session of the actor counts as just opened, after a key was shown',
  'src/areas/people/switch-second-step.ts': 'without a second step one’s own sessions count as one factor',
  'src/areas/people/role-leave.ts': 'whom the network ends is signed out; no account may read the table of sessions',
  'src/areas/people/store-rescue.ts': 'who has lost all keys is nobody; found by alias and by the hash of a code',
  'src/areas/people/rescue-renew.ts': 'ends the sessions of the account that was won back',
  'src/areas/people/change-passphrase.ts': 'ends one’s own other sessions; no account may read the table of sessions',
  'src/areas/people/end-sessions.ts': 'the same, one by one',
  'src/areas/people/show-account.ts': 'lists one’s own sessions, by the account of the actor only',
  'src/areas/people/remove-account.ts': 'whoever leaves takes sessions and keys along',
  'src/areas/people/store-role.ts': 'roles and terms are written by the program only; two at once take turns',
  'src/areas/people/store-hand-over.ts': 'the same for handing over',
  'src/areas/people/store-invitation.ts':
    'who holds an invitation is nobody yet; found by the hash of its token or code',
  'src/areas/commonground/store-door.ts':
    'who comes by the link of a conversation is nobody; found by the hash of its token, a code by its seal, and by the words of a sheet',
  'src/areas/commonground/store-ballot.ts':
    'nobody may read or write ballots; only the holder of a mark reaches one, and the counting all, without whose they are',
  'src/areas/commonground/store-statement.ts': 'who has come by the link reads and adds statements without an account',
  'src/areas/commonground/store-stand.ts':
    'results are written by the program only; who has come by the link reads them without an account',
  'src/areas/cooperations/store-act-for.ts':
    'the session of the actor remembers for whom it is here; no account may write the table of sessions',
  'src/areas/cooperations/store.ts': 'nobody in a cooperation decides alone who else is; the verb around it has asked',
  'src/areas/cooperations/store-leaving.ts': 'no partner alone writes that another is out or that all is over',
  'src/areas/reviews/store.ts': 'all parts of a review open together, when the last is done',
  'src/areas/commitments/store-calendar.ts':
    'whoever has the address of a calendar is nobody; found by its hash, and only what its organisation may read',
  'src/app/mailboxes.ts': 'a mailbox is read while a mail is written, whatever its scope; nobody sees it by that',
  'src/areas/agreements/join.ts':
    'who is let in comes into the text whoever answered, also by a link without an account',
  'src/areas/agreements/store.ts': 'whose sheets are done is looked up before all are opened; no word of them is read',
  'src/areas/agreements/store-told.ts':
    'on which days a partner was told by mail is nobody’s to read; the program notes it, so that it is told once a day',
  'src/platform/sealed/sealed.ts':
    'what several write apart opens together, when the last is done, and never one alone',
  'src/areas/requests/store.ts': 'an answer takes the row of the request, which whoever holds a link may not read',
  'src/areas/requests/store-answer.ts': 'a link answers without an account; found by its hash only',
  'src/areas/requests/store-introduction.ts': 'the same for introductions; each side is written when it is its turn',
  'src/areas/requests/store-known.ts':
    'name and mailbox of the other side, to send without showing them; who asks was checked before',
  'src/areas/requests/store-vouch.ts': 'that two of different kind vouch is told, and never which',
  'src/areas/cooperations/store-undo-let-in.ts': 'a yes by link is taken back by the same link',
  'src/areas/protection/end-protection.ts':
    'the second person may be of the coordination, which does not see who speaks',
  'src/areas/protection/store.ts': 'terms of protection are written by the program only; two at once take turns',
  'src/platform/mail/store-send.ts': 'the operator settles a mail whose address is then gone from the row',
};
