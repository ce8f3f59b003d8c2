/** Tells of progress: a line, and how far the work is (0 to 1) where that is known. */
export type Report = (line: string, part?: number) => void;

/** Who hears of the progress, and what stops it. */
export interface Watch {
	report: Report;
	signal: AbortSignal;
}
