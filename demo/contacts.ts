import { parse } from 'csv-parse/sync';

/** One row of the contacts file. */
export interface Contact {
	/** Where the row stands, 1 for the first after the header. */
	row: number;
	name: string;
	/** As it was written down. */
	phone: string;
	/** The order number, different in every row. */
	order: string;
}

/**
 * Reads a contacts file, apart from n8n, so that the two can be compared.
 *
 * @throws Error when it is no CSV, or an order number comes twice
 */
export function readContacts(csv: string): Contact[] {
	const rows = parse<Omit<Contact, 'row'>>(csv, { columns: true, bom: true });
	const orders = new Set(rows.map(({ order }) => order));
	if (orders.size < rows.length) throw new Error('Some order numbers of the contacts come twice.');
	return rows.map(({ name, phone, order }, index) => ({ row: index + 1, name, phone, order }));
}

/** The digits of a phone number in international form. A number in the local Russian form gets its country code. */
export function digitsOf(phone: string): string {
	const digits = phone.normalize('NFKC').replace(/\D/g, '');
	return /^8\d{10}$/.test(digits) ? `7${digits.slice(1)}` : digits;
}
