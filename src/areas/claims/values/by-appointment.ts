import { fold } from '../../../plain/text.ts';

const BY =
  /^(?:(?:nur|termine?|zeiten|individuell|flexibel|jederzeit|und|oder|telefonisch) )*(?:n v|nv|(?:nach|auf|mit|per) (?:(?:vorherige[rn]?|telefonische[rn]?|individuelle[rn]?|persoenliche[rn]?|gegenseitige[rn]?) )*(?:vereinbarung|terminvereinbarung|absprache|terminabsprache|ruecksprache|anfrage|anmeldung|voranmeldung|termin|terminvergabe)|(?:only )?(?:by|on|upon) (?:prior )?(?:appointment|arrangement|agreement|request)(?: only)?)$/;
const IN_OTHER_LANGUAGES = new Set(
  [
    'sur rendez-vous',
    'randevu ile',
    'randevuyla',
    'за домовленістю',
    'за попереднім записом',
    'за записом',
    'по договорённости',
    'حسب الموعد',
    'حسب الاتفاق',
    'بموعد مسبق',
    'عند الطلب',
  ].map(fold),
);

/** Whether a cell for times says that there are none, one makes an appointment: "n. V.", "nach Vereinbarung", "on request". */
export function isByAppointment(cell: string): boolean {
  const folded = fold(cell);
  return BY.test(folded) || IN_OTHER_LANGUAGES.has(folded);
}
