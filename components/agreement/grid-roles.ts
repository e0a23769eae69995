/** Explicit ARIA grid roles: laid out as blocks on a phone, some browsers drop a table's own roles. */
export const gridRoles = {
  grid: { role: "grid" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  gridcell: { role: "gridcell" },
};
