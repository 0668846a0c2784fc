import type { Random } from '../random.ts'

/** Invented firms. */
export const companies = [
  'Edil Martesana S.r.l.',
  'Costruzioni Fratelli Ghezzi S.n.c.',
  'Consorzio Stabile Olona',
  'Impresa D’Amico & Figli S.r.l.',
  'Ristruttura Nord Società Cooperativa',
  'Lambro Impianti S.p.A.',
  'Edilcà S.r.l.',
  'Cooperativa Muratori dell’Adda',
  'Ticino Restauri S.r.l.',
  'Termotecnica Brianzola S.r.l.',
]

/** Invented officials in charge of a work or of a project. */
export const officials = [
  'Niccolò Ferrè',
  'Lucia D’Angiò',
  'Beatrice Cantù',
  'Ettore Maltù',
  'Agnese Dell’Orto',
  'Tommaso Riccò',
  'Giada Scuràti',
  'Dario Pellicanò',
]

/** An ordinary CIG whose check characters are right. */
export function cigOf(random: Random): string {
  const number = random.between(8_000_000, 9_999_999)
  const check = (number * 211) % 4091
  return `${number}${check.toString(16).toUpperCase().padStart(3, '0')}`
}
