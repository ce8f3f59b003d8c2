/** What this package uses of split-sms, which has no types of its own. */
declare module 'split-sms' {
	interface Part {
		/** Characters; an escape pair or a surrogate pair is one. */
		readonly length: number;
		/** Septets of GSM-7, or octets of UCS-2. */
		readonly bytes: number;
	}

	interface Split {
		readonly characterSet: 'GSM' | 'Unicode';
		/** At least one. */
		readonly parts: readonly Part[];
		readonly length: number;
		readonly bytes: number;
		/** How many more units the last part could hold. */
		readonly remainingInPart: number;
	}

	/** With `summary` the contents of the parts are left out. */
	export function split(message: string, options: { readonly summary: true }): Split;
}
