/**
 * Counts answers from 0 to 10 into a net promoter score: % of answers 9–10 minus % of answers 0–6, −100 … 100.
 * Blank cells and numbers outside 0–10 are no answers; without an answer the score is NaN. A value between the whole
 * marks (a mean of several answers) is a promoter from 9 on, a detractor up to 6.
 */
export class NpsCount {
  #answers = 0;
  #net = 0;

  add(value: number): void {
    if (!(value >= 0 && value <= 10)) return;
    this.#answers++;
    if (value >= 9) this.#net++;
    else if (value <= 6) this.#net--;
  }

  score(): number {
    return this.#answers === 0 ? Number.NaN : (100 * this.#net) / this.#answers;
  }
}
