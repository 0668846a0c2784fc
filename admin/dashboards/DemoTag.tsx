/** Marks what was made for demonstration, so that nobody takes it for the agency's own figure. */
export function DemoTag() {
  return <span className="panel-demo">dato dimostrativo</span>
}
