import { isRecord, listOf } from '../protocol';

/** What one chain of errors says of itself. The words are never shown: they may hold addresses and secrets. */
export interface ErrorFacts {
	/** The codes along the chain, the outermost first. */
	readonly codes: readonly string[];
	/** What the operating system was asked for, as in `connect` or `read`. */
	readonly syscall?: string;
	/** Names and messages along the chain. */
	readonly words: string;
}

const NOTHING: ErrorFacts = { codes: [], words: '' };

const LONGEST_WORDS = 500;

/**
 * Takes what n8n's HTTP helper threw apart: one entry for each end of its chain of causes, several where an `AggregateError`
 * tells of several addresses that were tried. Errors come from other realms and other versions, so only their shape counts.
 */
export function factsOf(error: unknown, outer: ErrorFacts = NOTHING, depth = 6): ErrorFacts[] {
	if (depth === 0 || !isRecord(error)) return [outer];
	const facts = add(outer, error);
	const several = Array.isArray(error.errors) ? listOf(error.errors) : [];
	if (several.length > 0) return several.flatMap((one) => factsOf(one, facts, depth - 1));
	return factsOf(error.cause, facts, depth - 1);
}

function add({ codes, syscall, words }: ErrorFacts, error: Record<string, unknown>): ErrorFacts {
	const call = textIn(error.syscall) ?? syscall;
	const said = [error.name, error.message].flatMap((text) => textIn(text)?.slice(0, LONGEST_WORDS) ?? []);
	// n8n copies the code of an error it wraps to where HTTP statuses stand, and may keep nothing else of it.
	const named = [error.code, error.httpCode].flatMap((code) => textIn(code) ?? []);
	return {
		codes: [...codes, ...named],
		...(call !== undefined && { syscall: call }),
		words: [words, ...said].join('\n'),
	};
}

function textIn(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
