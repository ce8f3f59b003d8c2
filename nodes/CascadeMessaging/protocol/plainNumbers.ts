import { Metadata } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.max.json';

import type { Country } from './countries';
import { once } from './once';

/** What the phone library knows of the numbers of a country, by the names its own code uses; its types leave most of them out. */
interface NumberingPlan {
	callingCode(): string;
	IDDPrefix(): string;
	nationalNumberPattern(): string;
	nationalPrefixForParsing(): Maybe;
	nationalPrefixTransformRule(): Maybe;
	leadingDigits(): Maybe;
	type(name: string): { pattern(): string; possibleLengths(): readonly number[] } | undefined;
}

/** A text, or nothing, for which its data has a 0. */
type Maybe = string | 0 | undefined;

interface NumberingPlans {
	readonly numberingPlan: NumberingPlan;
	selectNumberingPlan(country: Country): void;
	/** The country the library tries first, where several have the code. */
	getCountryCodeForCallingCode(code: string): Country | undefined;
}

/** The plain numbers of a country, as one pattern, and what may be dialled before them. */
interface PlainNumbers {
	readonly code: string;
	readonly national: RegExp;
	readonly prefix: RegExp;
	readonly prefixAbroad: RegExp;
}

const LONGEST_CODE = 3;

/**
 * Says whether digits are a valid number with its country code that the phone library would read as it stands. That is seen in a
 * hundredth of the time the library takes. What it says no to may still be a number: the library is for all others.
 */
export function isPlainNumber(digits: string): boolean {
	for (let length = 1; length <= LONGEST_CODE; length++) {
		const country = plans().getCountryCodeForCallingCode(digits.slice(0, length));
		if (country === undefined) continue;
		const { national, prefix } = numbersOf(country);
		const rest = digits.slice(length);
		return national.test(rest) && !prefix.test(rest);
	}
	return false;
}

/** The plain number of the country, with its code, that is dialled there with these digits; `undefined` when there is none. */
export function plainLocalNumber(digits: string, country: Country): string | undefined {
	const { code, national, prefix, prefixAbroad } = numbersOf(country);
	if (digits.startsWith(code) || prefixAbroad.test(digits)) return undefined;
	const rest = digits.replace(prefix, '');
	return national.test(rest) ? code + rest : undefined;
}

const plans = once(() => new Metadata(metadata) as unknown as NumberingPlans);
const known = new Map<Country, PlainNumbers>();

function numbersOf(country: Country): PlainNumbers {
	const numbers = known.get(country) ?? readNumbers(country);
	known.set(country, numbers);
	return numbers;
}

function readNumbers(country: Country): PlainNumbers {
	plans().selectNumberingPlan(country);
	const plan = plans().numberingPlan;
	const code = plan.callingCode();
	// The library looks first whether a number is one of the first country's, and changes some while it reads them: it is left to that.
	const isSimple = plans().getCountryCodeForCallingCode(code) === country && !plan.nationalPrefixTransformRule();
	return {
		code,
		national: isSimple ? nationalNumbers(plan) : atStart(undefined),
		prefix: atStart(plan.nationalPrefixForParsing()),
		prefixAbroad: atStart(plan.IDDPrefix()),
	};
}

/** A pattern, or one that nothing fits, at the beginning of a text. */
function atStart(pattern: Maybe): RegExp {
	return new RegExp(isGiven(pattern) ? `^(?:${pattern})` : '(?!)');
}

function isGiven(pattern: Maybe): pattern is string {
	return pattern !== undefined && pattern !== 0 && pattern !== '';
}

const KINDS = ['MOBILE', 'FIXED_LINE', 'TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'VOIP', 'PERSONAL_NUMBER', 'PAGER', 'UAN', 'VOICEMAIL'];

/** Valid is what fits the pattern of the country, and the pattern and a length of one kind of number. */
function nationalNumbers(plan: NumberingPlan): RegExp {
	const kinds = KINDS.flatMap((name) => {
		const kind = plan.type(name);
		const lengths = kind?.possibleLengths().map((length) => `.{${length}}`);
		return isGiven(kind?.pattern()) ? [`(?=(?:${lengths?.join('|')})$)(?:${kind.pattern()})`] : [];
	});
	const begin = isGiven(plan.leadingDigits()) ? `(?=${plan.leadingDigits()})` : '';
	return new RegExp(`^${begin}(?=(?:${plan.nationalNumberPattern()})$)(?:${kinds.join('|')})$`);
}
