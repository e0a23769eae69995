/**
 * Loaded before a server, puts its clock off by CLOCK_OFF_BY milliseconds. Timers and measures of duration go on as they are:
 * such a machine counts seconds well, it only has the wrong hour.
 */
const offBy = Number(process.env.CLOCK_OFF_BY ?? 0);
const TrueDate = Date;

class ShiftedDate extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + offBy);
    else super(...given);
  }

  static now() {
    return TrueDate.now() + offBy;
  }

  static [Symbol.hasInstance](value) {
    return Object.prototype.toString.call(value) === "[object Date]";
  }
}

// Next puts a Date of its own over this one, with what it has of its own; what it inherits would be gone.
for (const name of ["UTC", "parse"])
  Object.defineProperty(ShiftedDate, name, { value: TrueDate[name], writable: true });
Object.defineProperty(ShiftedDate, "name", { value: "Date" });
globalThis.Date = ShiftedDate;
