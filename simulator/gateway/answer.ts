/** A value in an answer: text, or a number when a fault makes it one. */
export type Cell = string | number;

/** One recipient's or one state's record by wire names, in the order in which JSON lists them. */
export type Row = Readonly<Record<string, Cell>>;

/** What became of one message of a request: a record per recipient, or a refusal of it all. */
export type MessageAnswer = { readonly rows: readonly Row[] } | { readonly error: string };

/** An answer to a question about the account (PROTOCOL section 8), by wire names. */
export type AccountDocument = Readonly<Record<string, Cell | Row | readonly Row[] | readonly string[]>>;

/** An answer of the cascade before a protocol writes it down (PROTOCOL sections 2–5). */
export type CascadeAnswer =
	| { readonly kind: 'send'; readonly messages: readonly MessageAnswer[] }
	| { readonly kind: 'state'; readonly rows: readonly Row[] }
	| { readonly kind: 'error'; readonly text: string };

/** Any answer of the gateway. */
export type Answer = CascadeAnswer | { readonly kind: 'account'; readonly document: AccountDocument };

/** The state word of a recipient that was just accepted; XML shows it as the element's text. */
export const IN_PROGRESS = 'send';
