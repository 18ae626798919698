import { writeSync } from 'node:fs';
import { jsonNumber, type JsonNumber } from '../../../pipeline/words/jsonNumber';
import type { TrainingMessage } from '../messages';

const descriptor = 3;
/** Interval between reports of steps, in milliseconds: enough for a terminal, and reporting takes time. */
const patience = 100;

/** Reports events to the grader. Writes synchronously, since training never yields to the event loop. */
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
