/**
 * What a header can mean. Most are names of fields; some depend on what the list is about
 * (`guess.ts` decides), some are read together with others (`postcode`, `houseNumber`), some are known
 * so that they are left out (`fax`, `languageOfText`, `translation`, `technical`).
 */
export type Meaning =
  | 'organisationName'
  | 'offerName'
  | 'name'
  | 'ownName'
  | 'carrier'
  | 'shortName'
  | 'kind'
  | 'description'
  | 'fieldsOfAction'
  | 'topics'
  | 'languages'
  | 'languageOfText'
  | 'offersExpertise'
  | 'seeks'
  | 'postcode'
  | 'placeName'
  | 'placeText'
  | 'district'
  | 'street'
  | 'houseNumber'
  | 'streetWithPlace'
  | 'point'
  | 'lat'
  | 'lon'
  | 'contactFunction'
  | 'person'
  | 'mailbox'
  | 'phone'
  | 'phoneTimes'
  | 'fax'
  | 'website'
  | 'registerNumber'
  | 'validFrom'
  | 'validTo'
  | 'targetGroups'
  | 'times'
  | 'cost'
  | 'costNote'
  | 'nameRequired'
  | 'papersAsked'
  | 'publicBody'
  | 'anonymousPossible'
  | 'appointment'
  | 'stepFree'
  | 'barriers'
  | 'checkedOn'
  | 'translation'
  | 'technical';

/** Headers as lists in German, English, Turkish and French write them, and as HSDS and GIS programs do. */
export const SYNONYMS: Readonly<Record<Meaning, string>> = {
  organisationName: `Name des Vereins, Name der Organisation, Name der Einrichtung, Name der Initiative, Name des Trägers, Vereinsname, Verein,
    Vereine, Organisation, Organisationen, Organisationsname, Einrichtung, Einrichtungsname, Institution, Initiative, Verband, Gruppe, Schulname,
    Name of organisation, Name of organization, Organization, Organization name, Organisation name, Association, Company, Firma,
    Dernek, Dernek adı, Kurum, Kurum adı, Kuruluş, Nom de l'association, Nom de l'organisation, Organisme, Migrantenorganisation, MSO, MO`,
  offerName: `Angebot, Angebote, Name des Angebots, Angebotsname, Angebotstitel, Leistung, Leistungen, Kurs, Kursname, Kurstitel, Projekt,
    Projektname, Projekttitel, Veranstaltung, Veranstaltungstitel, Maßnahme, Dienstleistung, Was, Offer, Offer name, Service, Service name,
    Activity, Course, Project, Programme, Program, Hizmet, Etkinlik, Kurs adı, Proje, Offre, Activité, Nom de l'offre, Cours`,
  name: `Name, Bezeichnung, Titel, Title, Offizieller Name, Vollständiger Name, Langname, Ad, Adı, İsim, Başlık, Nom, Intitulé, Titre, Label`,
  ownName: `So nennen wir uns, So nennt sich die Gruppe, So heißen wir, Eigenname, Eigener Name, Eigenbezeichnung, Selbstbezeichnung, Name in eigener Sprache,
    Name in der eigenen Sprache, Name in Herkunftssprache, Name in Originalsprache, Name in eigener Schrift, Name in Originalschrift, Originalname, Originaltitel, Own name, Native name,
    Name in own language, Name in own script, Original name, Kendi adımız, Kendi adı, Özgün adı, Nom d'origine, Nom propre`,
  carrier: `Träger, Traeger, Trägerin, Trägername, Trägerverein, Trägerorganisation, Anbieter, Anbieterin, Veranstalter, Veranstalterin, Provider,
    Provided by, Carrier, Operator, Betreiber, Sağlayıcı, Düzenleyen, Prestataire, Porteur, Organisateur`,
  shortName: `Kurzname, Kurzbezeichnung, Kurzform, Abkürzung, Kürzel, Akronym, Short name, Abbreviation, Acronym, Alternate name, Kısaltma,
    Kısa ad, Sigle, Abréviation, Nom court`,
  kind: `Art, Typ, Type, Rechtsform, Organisationsform, Organisationsart, Art der Organisation, Organisationstyp, Kind, Legal form, Legal status,
    Einrichtungsart, Tür, Türü, Kurum türü, Forme juridique, Statut`,
  description: `Beschreibung, Kurzbeschreibung, Angebotsbeschreibung, Beschreibungstext, Über uns, Info, Infos, Informationen, Bemerkung, Bemerkungen, Anmerkung,
    Anmerkungen, Hinweis, Hinweise, Notiz, Erläuterung, Text, Inhalt, Inhalte, Details, Zusatz, Bezeichnungzusatz, Ziele, Zweck, Vereinszweck, Tätigkeit,
    Description, Desc, Summary, About, Notes, Remarks, Comment, Açıklama, Tanım, Not, Descriptif, Remarques, Présentation`,
  fieldsOfAction: `Handlungsfeld, Handlungsfelder, Arbeitsfeld, Arbeitsfelder, Tätigkeitsfeld, Tätigkeitsfelder, Aufgabenfeld, Bereich, Bereiche,
    Arbeitsbereich, Arbeitsbereiche, Field of action, Fields of action, Sector, Area of work, Faaliyet alanı, Alan, Champ d'action, Domaine, Secteur`,
  topics: `Thema, Themen, Schwerpunkt, Schwerpunkte, Themenschwerpunkte, Stichwort, Stichworte, Stichwörter, Schlagwort, Schlagworte, Schlagwörter, Kategorie, Kategorien,
    Rubrik, Profil, Profile, Topic, Topics, Tags, Tag, Keywords, Category, Categories, Konu, Konular, Etiketler, Kategori, Thème, Thèmes, Mots clés, Catégorie`,
  languages: `Sprache, Sprachen, Angebotssprache, Angebotssprachen, Beratungssprache, Beratungssprachen, Gesprochene Sprachen, Sprachkenntnisse,
    Sprachangebot, Language, Languages, Languages spoken, Spoken languages, Dil, Diller, Konuşulan diller, Langue, Langues, Langues parlées`,
  languageOfText: `Sprache des Textes, Textsprache, Sprache des Eintrags, Sprachcode, Locale, Lang, Language of text, Langue du texte, Metin dili`,
  offersExpertise: `Wir bieten, Bietet, Was wir bieten, Expertise, Kompetenzen, Kompetenz, Offers, Ressourcen, Uzmanlık, Compétences`,
  seeks: `Wir suchen, Sucht, Gesucht, Was wir suchen, Bedarf, Bedarfe, Suche, Seeks, Looking for, Needs, Aranan, İhtiyaç, Recherche, Besoins`,
  postcode: `PLZ, Postleitzahl, Post leit zahl, Postcode, Post code, Postal code, Zip, Zip code, City code, Posta kodu, Code postal, CP`,
  placeName: `Ort, Stadt, Gemeinde, Wohnort, Ortsname, Kommune, City, Town, Place, Municipality, Şehir, Il, İlçe, Ville, Commune, Localité, Veranstaltungsort, Treffpunkt`,
  placeText: `PLZ Ort, PLZ / Ort, PLZ und Ort, Postleitzahl Ort, Postleitzahl und Ort, Postcode and town, Code postal et ville`,
  district: `Stadtteil, Ortsteil, Bezirk, Stadtbezirk, Quartier, Viertel, Stadtviertel, Sozialraum, Kiez, Ortschaft, District, Neighbourhood, Neighborhood, Mahalle, Semt, Quartier de la ville`,
  street: `Straße, Strasse, Str, Straßenname, Straße und Hausnummer, Straße Hausnummer, Straße Nr, Straße + Nr, Anschrift, Adresse, Postanschrift, Postadresse, Hausanschrift,
    Street, Street address, Address, Address 1, Address line 1, Cadde, Sokak, Adres, Rue, Adresse postale`,
  houseNumber: `Hausnummer, Haus Nr, HausNr, Hnr, HsNr, Hausbez, House number, Street number, Kapı no, Numéro de rue`,
  streetWithPlace: `Vollständige Adresse, Adresse komplett, Gesamtadresse, Full address, Adresse complète, Tam adres`,
  point: `Koordinate, Koordinaten, Geokoordinaten, GPS, Coordinates, Lat Lon, Lat/Lon, Lat Lng, Koordinatlar, Coordonnées, Geo point`,
  lat: `Lat, Latitude, Breite, Breitengrad, Geo lat, Enlem, Geographische Breite`,
  lon: `Lon, Lng, Long, Longitude, Länge, Längengrad, Geo lon, Geo lng, Boylam, Geographische Länge`,
  contactFunction: `Funktion, Kontaktstelle, Anlaufstelle, Abteilung, Zuständig, Zuständigkeit, Zuständige Stelle, Sachgebiet, Geschäftsstelle, Rolle, Department, Role, Birim, Görev, Fonction, Service compétent`,
  person: `Ansprechpartner, Ansprechpartnerin, Ansprechpartner/in, AnsprechpartnerIn, Ansprechperson, Ansprechpersonen, Kontakt, Kontaktperson, Kontaktdaten, Vorsitz,
    Vorsitzende, Vorsitzender, Vorsitzende/r, Vorstand, Leitung, Leiter, Leiterin, Name Ansprechpartner, Name Ansprechperson, Vorname, Nachname, Familienname, Contact, Contact person, Contact name, Person,
    First name, Last name, İrtibat kişisi, İrtibat, Yetkili, Başkan, Personne de contact, Responsable, Président`,
  mailbox: `E-Mail, Email, Mail, E Mail Adresse, Emailadresse, Mailadresse, Kontakt E-Mail, Mail address, Email address, E-posta, Eposta, Courriel, Adresse électronique`,
  phone: `Telefon, Tel, Telefonnummer, Tel Nr, TelNr, Rufnummer, Fon, Festnetz, Mobil, Mobiltelefon, Handy, Handynummer, Telephone, Phone, Phone number, Mobile, Telefon numarası, Téléphone, Numéro de téléphone, Portable`,
  phoneTimes: `Telefonzeiten, Telefonsprechzeiten, Telefonische Erreichbarkeit, Erreichbarkeit, Phone hours, Horaires téléphoniques`,
  fax: `Fax, Telefax, Faxnummer, Fax Nr, Faks, Télécopie`,
  website: `Internet, Internetseite, Internetadresse, Webseite, Website, Web, WWW, Homepage, URL, Link, Webadresse, Web site, İnternet sitesi, Web sitesi, Site, Site web, Site internet`,
  registerNumber: `Vereinsregisternummer, Vereinsregister, Registernummer, VR, VR Nr, Register Nr, Register number, Registration number, ZVR, ZVR Zahl, Kütük no, Numéro d'enregistrement`,
  validFrom: `Gültig ab, Gültig von, Ab, Von, Beginn, Start, Startdatum, Valid from, Start date, Başlangıç, Début, Date de début`,
  validTo: `Gültig bis, Bis, Ende, Enddatum, Läuft bis, Valid to, Valid until, End date, Bitiş, Fin, Date de fin`,
  targetGroups: `Zielgruppe, Zielgruppen, Für wen, Teilnehmende, Target group, Target groups, Target audience, Audience, Hedef grup, Hedef kitle, Groupe cible, Public, Public cible`,
  times: `Wann, Zeit, Zeiten, Uhrzeit, Uhrzeiten, Termin, Termine, Tag und Zeit, Wochentag, Öffnungszeit, Öffnungszeiten, Sprechzeit, Sprechzeiten, Sprechstunde, Sprechstunden, Kurszeiten,
    When, Time, Times, Opening hours, Hours, Schedule, Saat, Saatler, Ne zaman, Gün ve saat, Quand, Horaire, Horaires`,
  cost: `Kosten, Kostenfrei, Kostenlos, Preis, Gebühr, Gebühren, Beitrag, Teilnahmebeitrag, Teilnahmegebühr, Entgelt, Cost, Costs, Price, Fee, Ücret, Fiyat, Coût, Prix, Tarif`,
  costNote: `Kostenhinweis, Hinweis zu Kosten, Kosten Bemerkung, Cost note, Fee details`,
  nameRequired: `Name nötig, Name erforderlich, Name wird gefragt, Name angeben, Name required, Name needed, Nom demandé, İsim gerekli mi`,
  papersAsked: `Papiere nötig, Papiere, Ausweis nötig, Ausweis, Ausweis erforderlich, Dokumente nötig, Dokumente, Unterlagen nötig, Nachweis nötig, Papers asked, Papers needed, Papers required, ID required,
    Required documents, Belge gerekli mi, Kimlik gerekli, Papiers demandés, Pièces à fournir`,
  publicBody: `Öffentliche Stelle, Behörde, Amt, Public body, Public authority, Kamu kurumu, Organisme public`,
  anonymousPossible: `Anonym, Anonym möglich, Anonyme Beratung, Anonymous, Anonymous possible, Anonim, Anonyme`,
  appointment: `Anmeldung, Anmeldung nötig, Anmeldung erforderlich, Voranmeldung, Terminvereinbarung, Termin nötig, Mit Termin, Registration, Registration required, Appointment, Appointment needed,
    Appointment required, Randevu, Kayıt, Kayıt gerekli, Inscription, Sur rendez-vous, Rendez-vous`,
  stepFree: `Barrierefrei, Stufenlos, Stufenfrei, Rollstuhlgerecht, Rollstuhl, Barrierefreiheit, Wheelchair, Wheelchair accessible, Step free, Accessible, Engelsiz, Engelli erişimi, Accessible PMR`,
  barriers: `Barrieren, Hinweise zu Barrieren, Zugang, Zugänglichkeit, Accessibility, Accessibility notes, Barriers, Erişilebilirlik, Accessibilité`,
  checkedOn: `Stand, Stand vom, Datenstand, Aktualisiert, Aktualisiert am, Zuletzt aktualisiert, Geprüft, Geprüft am, Zuletzt geprüft, Bestätigt am, Last updated, Updated, Last checked, Checked on, Verified on, Assured date, As of, Gefragt am, Befragt am, Abgefragt am, Befragung vom, Erhoben am, Erhebungsdatum, Auskunft vom, Asked on,
    Güncelleme, Son güncelleme, Mise à jour, Vérifié le`,
  translation: `Übersetzung, Übersetzung geprüft am, Übersetzung vom, Übersetzt am, Übersetzt von, Stand der Übersetzung, Übersetzungsstand, Translation, Translation checked on,
    Translated on, Translated by, Çeviri, Çeviri tarihi, Traduction, Traduit le`,
  technical: `ObjectID, FID, OID, GlobalID, GUID, UUID, CreationDate, Creation date, Creator, EditDate, Edit date, Editor, Created at, Created by, Letzte Änderung, Zuletzt geändert, Geändert am, Last modified, Updated at, Changed by, Erfasst am, Erfasst von, Bearbeiter, Shape, Shape Length, Shape Area,
    ID, Nr, Nummer, Lfd Nr, Laufende Nummer, Strschl, Straßenschlüssel, Snummer, Bezugnr, Radius, Avg rating, Rating, Status`,
};
