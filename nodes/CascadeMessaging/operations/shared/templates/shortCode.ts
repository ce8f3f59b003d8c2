import { hasHalfCharacter } from '../../../protocol';

/** What a short code can give. Objects, dates and the like are left to n8n. */
export type Simple = string | number | boolean | null | undefined;

/** What a short code reads: an input item's JSON, and its place among the items, from 0. */
export interface Scope {
	readonly json: unknown;
	readonly itemIndex: number;
}

/** Stands for a value only n8n can tell. */
export const ASK_N8N = Symbol('ask n8n');

/** Gives what n8n would give for the same code and item, or says that n8n must be asked. */
export type ShortCode = (scope: Scope) => Simple | typeof ASK_N8N;

/**
 * Reads the code of a placeholder that n8n and we surely understand alike: a path into `$json`, `$itemIndex`, a plain text or number, or
 * several of them with `??` or `||` in between. Returns `undefined` for everything else.
 *
 * @example
 * shortCodeOf(' $json.name || "friend" ')?.({ json: { name: '' }, itemIndex: 0 }); // 'friend'
 */
export function shortCodeOf(code: string): ShortCode | undefined {
	const scanner = new Scanner(code);
	const operands: ShortCode[] = [];
	const operators = new Set<string>();
	for (;;) {
		const operand = operandAt(scanner);
		if (operand === undefined) return undefined;
		operands.push(operand);
		const { operator } = scanner.take(OPERATOR) ?? {};
		if (operator === undefined) break;
		operators.add(operator);
	}
	// JavaScript refuses a mixture of the two without brackets.
	if (!scanner.isAtEnd || operators.size > 1) return undefined;
	return chainOf(operands, operators.has('??') ? isGiven : Boolean);
}

const OPERAND =
	/\s*(?:(?<json>\$json)|(?<itemIndex>\$itemIndex)|"(?<double>[^"\\\r\n\u2028\u2029]*)"|'(?<single>[^'\\\r\n\u2028\u2029]*)'|(?<number>(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?))(?![\p{ID_Continue}$])/uy;
const STEP =
	/\s*(?:(?<nullish>\?\.)?\s*\[\s*(?:"(?<double>[^"\\\r\n\u2028\u2029]*)"|'(?<single>[^'\\\r\n\u2028\u2029]*)'|(?<index>0|[1-9]\d{0,8}))\s*\]|(?:(?<optional>\?\.)|\.)\s*(?<name>\p{ID_Start}\p{ID_Continue}*)(?!\$))/uy;
const OPERATOR = /\s*(?<operator>\?\?|\|\|)/uy;

/** Reads a code from left to right, one pattern after the other. */
class Scanner {
	readonly #code: string;
	#at = 0;

	constructor(code: string) {
		this.#code = code;
	}

	/** The groups of a sticky pattern, if it fits here. */
	take(pattern: RegExp): Partial<Record<string, string>> | undefined {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#code);
		if (found !== null) this.#at += found[0].length;
		return found?.groups;
	}

	get isAtEnd(): boolean {
		return this.#code.slice(this.#at).trim() === '';
	}
}

function operandAt(scanner: Scanner): ShortCode | undefined {
	const found = scanner.take(OPERAND);
	if (found === undefined) return undefined;
	const { json, itemIndex, number, double, single = double } = found;
	if (json !== undefined) return pathAt(scanner);
	if (itemIndex !== undefined) return (scope) => scope.itemIndex;
	return constant(number === undefined ? single : Number(number));
}

function constant(value: Simple): ShortCode {
	return () => value;
}

/** One step of a path, and whether it may start from nothing. */
interface Step {
	readonly name: string;
	readonly isOptional: boolean;
}

function pathAt(scanner: Scanner): ShortCode | undefined {
	const steps: Step[] = [];
	for (;;) {
		const found = scanner.take(STEP);
		if (found === undefined) break;
		const { nullish, optional, index, double, single = double, name = single ?? index ?? '' } = found;
		if (!isOrdinary(name)) return undefined;
		steps.push({ name, isOptional: (nullish ?? optional) !== undefined });
	}
	return steps.length === 0 ? undefined : ({ json }) => valueAt(json, steps);
}

/** Names n8n forbids in expressions, and names its proxies may answer to themselves. */
const MEANS_MORE =
	/^(?:_.*|(?:get|set)PrototypeOf|prototype|getOwnPropertyDescriptors?|definePropert(?:y|ies)|mainModule|binding|prepareStackTrace|caller|callee|arguments|getBuiltinModule|dlopen|execve|loadEnvFile|isProxy|toJSON|then)$/u;

/** Whether a name is what it seems: what objects have from the start (`constructor`, `toString`) each engine treats in a way of its own. */
function isOrdinary(name: string): boolean {
	return !MEANS_MORE.test(name) && !(name in Object.prototype);
}

function valueAt(json: unknown, steps: readonly Step[]): Simple | typeof ASK_N8N {
	let value = json;
	for (const { name, isOptional } of steps) {
		if (value === undefined || value === null) return isOptional ? undefined : ASK_N8N;
		if (!isPlain(value)) return ASK_N8N;
		if (Object.hasOwn(value, name)) value = (value as Record<string, unknown>)[name];
		else if (name in value) return ASK_N8N;
		else value = undefined;
	}
	return isSimple(value) ? value : ASK_N8N;
}

/** An object or a list as JSON has them. */
function isPlain(value: unknown): value is object {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null || Array.isArray(value);
}

/** Says whether a value is one that every engine of n8n hands on as it is. */
export function isSimple(value: unknown): value is Simple {
	if (typeof value === 'string') return !hasHalfCharacter(value) && !value.includes('\0');
	if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
	return typeof value === 'boolean' || value === undefined || value === null;
}

/** The first of the operands that counts, else the last. */
function chainOf(operands: readonly ShortCode[], counts: (value: Simple) => boolean): ShortCode {
	return (scope) => {
		let value: Simple | typeof ASK_N8N;
		for (const operand of operands) {
			value = operand(scope);
			if (value === ASK_N8N || counts(value)) return value;
		}
		return value;
	};
}

function isGiven(value: Simple): boolean {
	return value !== null && value !== undefined;
}
