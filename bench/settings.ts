import type { Section } from './report/section';
import type { Way } from './send/ways';

/** How much is measured. */
export interface Settings {
	/** Numbers of items, ascending. */
	sizes: readonly number[];
	/** How the texts are given. */
	ways: readonly Way[];
	/** How often each send is measured; the best counts. */
	repeats: number;
	/** Messages that wait for the trigger. */
	waiting: number;
}

/** Says what is being measured just now. */
export type Tell = (line: string) => void;

/** A part of the bench. */
export type Part = (settings: Settings, tell: Tell) => Promise<Section[]>;
