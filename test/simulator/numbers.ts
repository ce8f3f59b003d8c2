import { FATE_NUMBERS } from '../../simulator';

/** A phone number that has this fate, of the ten thousand that are kept for it; zeros for a fate without numbers. */
export function numberOf(fate: string): string {
	const digits = FATE_NUMBERS.find((row) => row.fate === fate && row.digits.length < 11)?.digits ?? '';
	return digits.padEnd(11, '0');
}
