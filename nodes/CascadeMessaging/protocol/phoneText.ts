import { withoutFormatting } from './blanks';

/** A phone as it was written, without what belongs to the way of writing only. */
export interface PhoneText {
	/** What is left to be read, without its plus. */
	readonly text: string;
	/** Whether it begins with a plus. */
	readonly hasPlus: boolean;
	/** What follows the prefix with which numbers abroad are dialled (`00`, `8~10`); absent where there is none. */
	readonly abroad?: string;
}

const MARKS = `'’‘‛\`´ʹʼ"“”„«»`;
const AROUND = new RegExp(`^(?:=(?=[${MARKS}]))?[${MARKS}\\s]*(?:(?:tel|callto|sms|whatsapp|viber):(?://)?)?[${MARKS}\\s]*|[${MARKS}\\s]+$`, 'giu');
/** Numbers as spreadsheets write them: no phone is grouped so. */
const SHORT_FRACTION = /^(?<integer>[^.,]*\d)[.,](?<decimals>0+|\d{1,2})$/;
const LONG_FRACTION = /^(?<integer>\d{9,})[.,](?<decimals>\d+)$/;
const DIALLED_ABROAD = /^(?:00|8\s?~\s?10|810)[\s()-]*(?=\d)/;

/**
 * Takes the ways of writing off a phone: invisible characters, quotes and the apostrophe of spreadsheets around it, `tel:`, and the
 * `.0` of a spreadsheet that took the phone for a number (PROTOCOL.md section 6.9). What is left need not be a phone.
 */
export function readPhoneText(written: string): PhoneText {
	const plain = withoutFormatting(written).replace(/\p{Z}/gu, ' ').replace(AROUND, '');
	const { integer = plain, decimals = '0' } = (SHORT_FRACTION.exec(plain) ?? LONG_FRACTION.exec(plain))?.groups ?? {};
	const whole = Number(decimals) === 0 ? integer : '';
	const hasPlus = /^[+＋]/.test(whole);
	const text = hasPlus ? whole.slice(1).trimStart() : whole;
	const abroad = hasPlus ? text : text.replace(DIALLED_ABROAD, '');
	return { text, hasPlus, ...(abroad !== text && { abroad }) };
}
