import type { OwnName } from './own-names.ts';

/** Words such as associations choose (guelder rose, spring, crane), never the name of one. */
export const ukrainianNames: readonly OwnName[] = [
  { own: 'Калина', latin: ['Kalyna', 'Kalina'] },
  { own: 'Світанок', latin: ['Switanok', 'Svitanok', 'Svytanok'] },
  { own: 'Джерело', latin: ['Dscherelo', 'Dzherelo', 'Jerelo'] },
  { own: 'Соняшник', latin: ['Sonjaschnyk', 'Soniashnyk', 'Sonyashnik'] },
  { own: 'Вишиванка', latin: ['Wyschywanka', 'Vyshyvanka', 'Vishivanka'] },
  { own: 'Перелаз', latin: ['Perelas', 'Perelaz'] },
  { own: 'Журавлик', latin: ['Schurawlyk', 'Zhuravlyk', 'Juravlik'] },
  { own: 'Чорнобривці', latin: ['Tschornobrywzi', 'Chornobryvtsi', 'Chornobrivci'] },
  { own: 'Щедрик', latin: ['Schtschedryk', 'Shchedryk', 'Schedrik'] },
  { own: 'Зернятко', latin: ['Sernjatko', 'Zerniatko', 'Zernyatko'] },
  { own: 'Оберіг', latin: ['Oberih', 'Oberig'] },
  { own: 'Веселка', latin: ['Weselka', 'Veselka'] },
  { own: 'Барвінок', latin: ['Barwinok', 'Barvinok'] },
  { own: 'Хатинка', latin: ['Chatynka', 'Khatynka', 'Hatinka'] },
  { own: 'Злагода', latin: ['Slahoda', 'Zlahoda', 'Zlagoda'] },
  { own: 'Їжачок', latin: ['Jischatschok', 'Yizhachok', 'Izhachok'] },
  { own: 'Рушник', latin: ['Ruschnyk', 'Rushnyk', 'Rushnik'] },
  { own: 'Ластівка', latin: ['Lastiwka', 'Lastivka'] },
];

export const russianNames: readonly OwnName[] = [
  { own: 'Надежда', latin: ['Nadeschda', 'Nadezhda', 'Nadejda'] },
  { own: 'Родник', latin: ['Rodnik', 'Rodnick'] },
  { own: 'Дружба', latin: ['Druschba', 'Druzhba', 'Drushba'] },
  { own: 'Журавль', latin: ['Schurawl', 'Zhuravl', 'Juravl'] },
  { own: 'Очаг', latin: ['Otschag', 'Ochag'] },
  { own: 'Тёплый дом', latin: ['Tjoplyj Dom', 'Teplyi Dom', 'Tyoply Dom'] },
  { own: 'Встреча', latin: ['Wstretscha', 'Vstrecha', 'Fstrecha'] },
  { own: 'Семицветик', latin: ['Semizwetik', 'Semitsvetik', 'Semicvetik'] },
  { own: 'Огонёк', latin: ['Ogonjok', 'Ogonyok', 'Ogonek'] },
  { own: 'Берёзка', latin: ['Berjoska', 'Beryozka', 'Berezka'] },
  { own: 'Солнышко', latin: ['Solnyschko', 'Solnyshko', 'Solnischko'] },
  { own: 'Перекрёсток', latin: ['Perekrjostok', 'Perekrestok', 'Perekryostok'] },
  { own: 'Мозаика', latin: ['Mosaika', 'Mozaika', 'Mozaica'] },
  { own: 'Жар-птица', latin: ['Schar-Ptiza', 'Zhar-Ptitsa', 'Scharptiza'] },
  { own: 'Шаги', latin: ['Schagi', 'Shagi'] },
  { own: 'Якорь', latin: ['Jakor', 'Yakor'] },
  { own: 'Ручеёк', latin: ['Rutschejok', 'Rucheyok', 'Rucheek'] },
  { own: 'Калейдоскоп', latin: ['Kalejdoskop', 'Kaleidoskop', 'Kaleydoskop'] },
];
