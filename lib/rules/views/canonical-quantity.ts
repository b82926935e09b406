const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;
const DECIMAL = ['k', 'M', 'G', 'T', 'P', 'E'] as const;

/** A quantity as the API server stores it, or undefined where it is none, or one of a kind that is not known here. */
export function canonicalQuantity(value: string | number): string | undefined {
  const [, whole = '', , fraction = '', suffix = ''] = /^\+?(\d+)(\.(\d*))?([a-zA-Z]*)$/.exec(String(value)) ?? [];
  if (whole === '') return undefined;
  const digits = BigInt(whole + fraction);
  const scale = fraction.length;
  const power = BINARY.findIndex((unit) => unit === suffix) + 1;
  if (power > 0) return binary(digits * 1024n ** BigInt(power), scale);
  if (suffix === 'm') return decimal(digits, scale + 3);
  const thousands = DECIMAL.findIndex((unit) => unit === suffix) + 1;
  if (thousands === 0 && suffix !== '') return undefined;
  return decimal(digits * 1000n ** BigInt(thousands), scale);
}

/** `amount` / 10^scale with the largest binary unit that leaves a whole number. */
function binary(amount: bigint, scale: number): string | undefined {
  const divisor = 10n ** BigInt(scale);
  if (amount % divisor !== 0n) return undefined;
  let rest = amount / divisor;
  if (rest === 0n) return '0';
  let power = 0;
  while (power < BINARY.length && rest % 1024n === 0n) {
    rest /= 1024n;
    power += 1;
  }
  return `${rest}${power === 0 ? '' : (BINARY[power - 1] ?? '')}`;
}

/** `amount` / 10^scale with the largest decimal unit that leaves a whole number, thousandths at least. */
function decimal(amount: bigint, scale: number): string | undefined {
  const thousandths = amount * 1000n;
  const divisor = 10n ** BigInt(scale);
  if (thousandths % divisor !== 0n) return undefined;
  const rest = thousandths / divisor;
  if (rest === 0n) return '0';
  if (rest % 1000n !== 0n) return `${rest}m`;
  let whole = rest / 1000n;
  let power = 0;
  while (power < DECIMAL.length && whole % 1000n === 0n) {
    whole /= 1000n;
    power += 1;
  }
  return `${whole}${power === 0 ? '' : (DECIMAL[power - 1] ?? '')}`;
}
