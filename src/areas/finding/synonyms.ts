/**
 * Words under which people look for a code, in German, English, Turkish, Arabic and Ukrainian,
 * separated by commas. Names of days and languages come from `Intl`, see `concepts.ts`.
 */
export const SYNONYMS: Readonly<Record<string, string>> = {
  'field:housing':
    'Wohnen, Wohnung, Wohnungssuche, Miete, housing, flat, konut, ev, barınma, سكن, السكن, شقة, житло, квартира',
  'field:education':
    'Bildung, Schule, Lernen, education, school, learning, eğitim, okul, تعليم, مدرسة, освіта, школа, навчання',
  'field:work':
    'Arbeit, Beruf, Ausbildung, Job, Einkommen, work, employment, iş, meslek, çalışma, عمل, وظيفة, робота, праця',
  'field:health': 'Gesundheit, Arzt, Ärztin, health, doctor, sağlık, doktor, صحة, طبيب, здоров’я, здоровя, лікар',
  'field:transport':
    'Mobilität, Verkehr, Fahrrad, Bus, transport, mobility, bicycle, ulaşım, bisiklet, نقل, مواصلات, транспорт, велосипед',
  'field:selfOrganisation':
    'Selbstorganisation, Engagement, Ehrenamt, Mitbestimmung, self-organisation, volunteering, öz örgütlenme, gönüllülük, تنظيم ذاتي, تطوع, самоорганізація, волонтерство',
  'field:culture':
    'Kultur, Musik, Kunst, culture, music, art, kültür, müzik, sanat, ثقافة, موسيقى, فن, культура, музика, мистецтво',
  'group:everyone': 'für alle, for everyone, herkes için, للجميع, для всіх',
  'group:women': 'Frauen, Frau, Mütter, women, woman, kadın, kadınlar, نساء, امرأة, للنساء, жінки, жінок',
  'group:men': 'Männer, Väter, men, erkek, erkekler, رجال, للرجال, чоловіки, чоловіків',
  'group:children': 'Kinder, Kind, children, kids, çocuk, çocuklar, أطفال, للأطفال, діти, дітей',
  'group:youth': 'Jugend, Jugendliche, youth, teenagers, genç, gençler, شباب, للشباب, молодь, молоді',
  'group:parents':
    'Eltern, Familien, Familie, parents, families, anne baba, ebeveyn, aile, آباء, أهل, عائلات, батьки, батьків, сім’ї',
  'group:older':
    'Ältere, Senioren, Seniorinnen, older people, seniors, yaşlı, yaşlılar, كبار السن, літні люди, пенсіонери',
  'group:newcomers':
    'Neuzugewanderte, Geflüchtete, Neuankommende, newcomers, refugees, yeni gelenler, mülteci, القادمون الجدد, لاجئون, новоприбулі, біженці',
  'group:lgbtiq': 'queer, LGBTIQ, lgbt, lgbtq',
  'group:volunteers': 'Ehrenamtliche, Freiwillige, volunteers, gönüllüler, متطوعون, волонтери',
  'group:organisations': 'Vereine, organisations, dernekler, جمعيات, організації',
  'condition:noPapers':
    'ohne Papiere, keine Papiere, without papers, no papers, kağıtsız, belgesiz, بدون أوراق, بلا أوراق, без документів',
  'condition:anonymous': 'anonym, ohne Namen, anonymous, isimsiz, anonim, مجهول, بدون اسم, анонімно',
  'condition:free':
    'kostenlos, gratis, umsonst, kostenfrei, free, free of charge, ücretsiz, bedava, مجاني, مجانا, безкоштовно, безплатно',
  'condition:noAppointment':
    'ohne Termin, ohne Anmeldung, without appointment, no appointment, walk-in, randevusuz, بدون موعد, без запису',
  'condition:stepFree':
    'barrierefrei, stufenlos, rollstuhlgerecht, step-free, wheelchair, engelsiz, tekerlekli sandalye, بدون درج, كرسي متحرك, безбар’єрно, без сходів',
  'condition:nonPublicBody':
    'keine Behörde, kein Amt, not a public body, resmi kurum değil, ليست دائرة, не державна установа',
  'kind:organisation': 'Organisation, Organisationen, organisation, organization, kuruluş, منظمة, організація',
  'kind:offer': 'Angebot, Angebote, offer, offers, teklif, عرض, عروض, пропозиція',
  'form:association': 'Verein, eingetragener Verein, association, dernek, جمعية, об’єднання, товариство',
  'form:initiative': 'Initiative, initiative, girişim, inisiyatif, مبادرة, ініціатива',
  'form:carrier': 'Träger, provider, taşıyıcı kurum, جهة راعية, носій',
  'form:administration': 'Verwaltung, Behörde, Amt, administration, authority, idare, إدارة, адміністрація, відомство',
  'form:institution': 'Einrichtung, institution, kurum, مؤسسة, установа',
  'form:umbrella': 'Dachverband, Verband, umbrella organisation, çatı kuruluşu, اتحاد, спілка',
};

/** Further names of languages: other names, and names that mean several. */
export const LANGUAGE_SYNONYMS: Readonly<Record<string, string>> = {
  ar: 'Arabisch, arabische, arabischer',
  ckb: 'Sorani, Kurdisch, Kurdish, Kürtçe, كردي, كردية, курдська',
  de: 'Deutsch, deutsche',
  fa: 'Farsi, Persisch, Persian',
  kmr: 'Kurmandschi, Kurmanci, Kurmanji, Kurdisch, Kurdish, Kürtçe, كردي, كردية, курдська',
  ku: 'Kurdisch',
  prs: 'Dari, Persisch',
  ps: 'Paschto, Pashto',
  sr: 'Serbisch',
  ti: 'Tigrinya, Tigrinisch',
  uk: 'Ukrainisch, ukrainische',
};
