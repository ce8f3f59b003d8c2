/** What came of a cell. */
export interface Played {
	/** In the words of an expectation. */
	readonly found: string;
	/** What must never be, and was. */
	readonly broken: readonly string[];
	/** Everything n8n keeps of the run. */
	readonly leftBehind: unknown;
}
