import { Modal } from 'antd'

const shortcuts: [string, string][] = [
  ['Ctrl K', 'Cercare pagine, comuni, UOG, progetti, alloggi'],
  ['/', 'Cercare nell’elenco aperto'],
  ['↑ ↓', 'Scorrere le righe di un elenco'],
  ['Invio', 'Aprire la riga'],
  ['e', 'Modificare la riga o la scheda aperta'],
  ['Esc', 'Chiudere un riquadro'],
  ['?', 'Mostrare questo elenco'],
]

interface ShortcutListProps {
  onClose: () => void
}

export function ShortcutList({ onClose }: ShortcutListProps) {
  return (
    <Modal open title="Scorciatoie da tastiera" onCancel={onClose} footer={null}>
      <dl className="shortcuts">
        {shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
