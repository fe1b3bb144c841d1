/** Names of offers in other languages, by the key of the kind of offer. */
export const OFFER_NAMES: Readonly<Record<string, Readonly<Record<'en' | 'tr' | 'ar' | 'uk', string>>>> = {
  sprachcafe: { en: 'Language café', tr: 'Dil kafesi', ar: 'مقهى اللغات', uk: 'Мовне кафе' },
  'deutsch-anfang': {
    en: 'German for beginners',
    tr: 'Başlangıç için Almanca',
    ar: 'الألمانية للمبتدئين',
    uk: 'Німецька для початківців',
  },
  vorlesen: {
    en: 'Story time in two languages',
    tr: 'İki dilde okuma saati',
    ar: 'ساعة قراءة بلغتين',
    uk: 'Читання двома мовами',
  },
  frauencafe: { en: 'Women’s café', tr: 'Kadınlar kafesi', ar: 'مقهى النساء', uk: 'Жіноче кафе' },
  naehwerkstatt: { en: 'Sewing workshop', tr: 'Dikiş atölyesi', ar: 'ورشة خياطة', uk: 'Швейна майстерня' },
  elterncafe: { en: 'Parents’ café', tr: 'Veli kafesi', ar: 'مقهى الآباء والأمهات', uk: 'Кафе для батьків' },
  hausaufgaben: {
    en: 'Homework help',
    tr: 'Ödev yardımı',
    ar: 'مساعدة في الواجبات المدرسية',
    uk: 'Допомога з домашніми завданнями',
  },
  jugendtreff: {
    en: 'Open youth club',
    tr: 'Gençlik buluşması',
    ar: 'ملتقى الشباب المفتوح',
    uk: 'Відкритий молодіжний клуб',
  },
  kochen: { en: 'Cooking together', tr: 'Birlikte yemek pişirmek', ar: 'نطبخ معًا', uk: 'Готуємо разом' },
  sozialberatung: {
    en: 'Social counselling',
    tr: 'Sosyal danışmanlık',
    ar: 'استشارة اجتماعية',
    uk: 'Соціальна консультація',
  },
  formulare: {
    en: 'Help with forms',
    tr: 'Form doldurma yardımı',
    ar: 'مساعدة في تعبئة الاستمارات',
    uk: 'Допомога з формулярами',
  },
  bewerbung: {
    en: 'Application workshop',
    tr: 'İş başvurusu atölyesi',
    ar: 'ورشة طلبات التوظيف',
    uk: 'Майстерня резюме',
  },
  sprachmittlung: { en: 'Interpreting', tr: 'Sözlü çeviri', ar: 'ترجمة شفهية', uk: 'Усний переклад' },
  sprechstunde: {
    en: 'Open surgery without insurance card',
    tr: 'Sigortasız açık muayene',
    ar: 'عيادة مفتوحة دون بطاقة تأمين',
    uk: 'Відкритий прийом без страхової картки',
  },
  wohnungssuche: {
    en: 'Help finding a flat',
    tr: 'Ev arama yardımı',
    ar: 'مساعدة في البحث عن سكن',
    uk: 'Допомога в пошуку житла',
  },
  fahrradwerkstatt: { en: 'Bicycle workshop', tr: 'Bisiklet atölyesi', ar: 'ورشة دراجات', uk: 'Веломайстерня' },
};

/** What the most used kinds of offer say about themselves, in the languages of the pages. */
export const OFFER_TEXTS: Readonly<Record<string, Readonly<Record<'en' | 'tr' | 'ar' | 'uk', string>>>> = {
  sprachcafe: {
    en: 'Sitting together, drinking tea and speaking German. You can join at any time.',
    tr: 'Birlikte oturmak, çay içmek ve Almanca konuşmak. Her zaman katılabilirsin.',
    ar: 'نجلس معًا ونشرب الشاي ونتحدث بالألمانية. يمكنك الانضمام في أي وقت.',
    uk: 'Сидимо разом, п’ємо чай і говоримо німецькою. Приєднатися можна будь-коли.',
  },
  formulare: {
    en: 'We fill in forms together. Bring your letters.',
    tr: 'Formları birlikte dolduruyoruz. Mektuplarını getir.',
    ar: 'نملأ الاستمارات معًا. أحضر رسائلك معك.',
    uk: 'Заповнюємо формуляри разом. Візьми листи із собою.',
  },
  sprachmittlung: {
    en: 'We interpret at the doctor’s, at school and in offices. Please ask one week ahead.',
    tr: 'Doktorda, okulda ve dairelerde çeviri yapıyoruz. Lütfen bir hafta önceden sor.',
    ar: 'نترجم عند الأطباء وفي المدارس والدوائر. يُرجى الطلب قبل أسبوع.',
    uk: 'Перекладаємо в лікарів, у школах та установах. Звертайся за тиждень наперед.',
  },
};
