import { writeSync } from 'node:fs';
import { jsonNumber, type JsonNumber } from '../../../pipeline/words/jsonNumber';
import type { TrainingMessage } from '../messages';

const descriptor = 3;
/** How long steps may wait to be told, in milliseconds: the terminal needs no more, and telling takes time. */
const patience = 100;

/** Tells the grader what happens. Written at once, since training never lets another turn come. */
export class Reporter {
  #loss: JsonNumber[] = [];
  #learningRate: JsonNumber[] = [];
  #toldAt = performance.now();

  step(loss: number, learningRate: number): void {
    this.#loss.push(jsonNumber(loss));
    this.#learningRate.push(jsonNumber(learningRate));
    if (performance.now() - this.#toldAt > patience) this.#tellSteps();
  }

  tell(message: TrainingMessage): void {
    this.#tellSteps();
    write(message);
  }

  #tellSteps(): void {
    this.#toldAt = performance.now();
    if (this.#loss.length === 0) return;
    write({ type: 'steps', loss: this.#loss, learningRate: this.#learningRate });
    this.#loss = [];
    this.#learningRate = [];
  }
}

function write(message: TrainingMessage): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}
